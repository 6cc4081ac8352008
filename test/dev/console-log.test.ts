import { describe, expect, it } from "vitest";
import { consoleLog } from "../../dev/console-log.js";

const AT = new Date(2026, 10, 29, 9, 5, 7);

function written(isTTY: boolean, event: string, fields: Record<string, unknown>): string {
  let text = "";
  const target = {
    isTTY,
    write: (more: string) => {
      text += more;
    },
  };
  consoleLog(target, () => AT)(event, fields);
  return text;
}

describe("the log of the development server", () => {
  const request = {
    requestId: "r-1",
    edgeRequestId: undefined,
    method: "POST",
    path: "/grade",
    status: 200,
    durationMs: 34,
    userId: "student-1",
  };

  it("is a line of JSON an event, with its time, where no person reads it", () => {
    const { edgeRequestId: _, ...fields } = request;
    const line = written(false, "request", request);
    expect(line).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(line)).toEqual({ event: "request", time: AT.toISOString(), ...fields });
  });

  it("is readable in a terminal", () => {
    expect(written(true, "request", request)).toBe(
      "09:05:07 POST /grade 200 34 ms userId=student-1\n",
    );
    expect(written(true, "executor.died", { firstCase: 3, reason: undefined, why: ["a"] })).toBe(
      '09:05:07 executor.died firstCase=3 why=["a"]\n',
    );
  });

  it("shows in a terminal what led to an error", () => {
    const cause = { name: "InternalServerError", message: "The disk is full" };
    const error = { name: "VisibleError", message: "Try again.", stack: "a stack\nof two", cause };
    const fields = { ...request, status: 503, code: "StorageUnavailable", error };
    expect(written(true, "request", fields).split("\n")).toEqual([
      "09:05:07 POST /grade 503 StorageUnavailable 34 ms userId=student-1",
      "  a stack",
      "  of two",
      "  InternalServerError: The disk is full",
      "",
    ]);
  });
});
