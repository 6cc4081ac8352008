import { describe, expect, it } from "vitest";
import { faultLine } from "../../api/domain/fault-line.js";

/** As the executor writes it: Python's JSON, on the last line. */
const fault = (error: string, traceback = "") =>
  `{"error": ${JSON.stringify(error)}, "traceback": ${JSON.stringify(traceback)}}\n`;

const frame = (line: number) => `  File "solution.py", line ${line}, in f\n    x\n`;

describe("the fault in one line", () => {
  it("is found behind whatever was printed, with the last line of the solution", () => {
    const stderr = `${"x".repeat(60_000)}\n${fault("ValueError: no", frame(9) + frame(4))}`;
    expect(faultLine(stderr)).toBe("ValueError: no (line 4)");
  });

  it("has the first line of the solution that Node tells", () => {
    const traceback = "solution.js:4\n  null.x\n  ^\n\nTypeError: no\n    at f (solution.js:4:8)\n";
    expect(faultLine(fault("TypeError: no", traceback))).toBe("TypeError: no (line 4)");
  });

  it("says its line once", () => {
    const error = "SyntaxError: invalid syntax (solution.py, line 3)";
    expect(faultLine(fault(error, frame(3)))).toBe(error);
  });

  it("is one line, whatever the message was", () => {
    expect(faultLine(fault("E: a\r\n  b\nc"))).toBe("E: a b c");
  });

  it("has no other end of a line in it either, nor what turns or colours it", () => {
    const hostile = "E: a\u2028b\x85c\x0bd\x0ce\x1b[31m\u202ef\x00g";
    expect(faultLine(fault(hostile))).toBe("E: a b c d e\ufffd[31m\ufffdf\ufffdg");
  });

  it("keeps to its length when the message itself has a line of endless number", () => {
    const error = `ValueError: x\n  File "solution.py", line ${"1".repeat(3900)}`;
    expect([...(faultLine(fault(error, `${frame(1)}${error}`)) ?? "")].length).toBe(300);
  });

  it("is told in time that grows with the message and not with its square", () => {
    const told = (length: number) => {
      const stderr = fault(" ".repeat(length) + "x".repeat(8));
      const start = process.cpuUsage();
      for (let turn = 0; turn < 5; turn += 1) faultLine(stderr);
      return process.cpuUsage(start).user;
    };
    told(1000);
    expect(told(400_000)).toBeLessThan(2_000_000);
  });

  it("has at most 300 characters, its place among them, and no half of one", () => {
    const line = faultLine(fault("\u{1f600}".repeat(400), frame(12)));
    expect([...(line ?? "")]).toHaveLength(300);
    expect(line).toMatch(/\u{1f600}\.\.\. \(line 12\)$/u);
  });

  it.each([
    ["nothing", ""],
    ["a text", "Traceback"],
    ["JSON of another kind", '{"error": 5}'],
    ["half of it", '{"error": "x'],
  ])("is absent where stderr is %s", (_, stderr) => {
    expect(faultLine(stderr)).toBeUndefined();
  });
});
