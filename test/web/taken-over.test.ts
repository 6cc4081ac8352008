import { describe, expect, it } from "vitest";
import { DEFAULT_CALLING } from "../../api/domain/entry.js";
import { readOwnInputs } from "../../web/service/read-own-inputs.js";
import { takenOver, withInput } from "../../web/service/taken-over.js";

const NOTHING = { returned: undefined, difference: undefined };

describe("a case that is taken over", () => {
  it("is read as the same input, with what is expected of it", () => {
    const value = { notation: "json", input: "[1,\n 2]", expected: '"NaN"', ...NOTHING } as const;
    const text = { notation: "text", input: "1 2", expected: "3\n", ...NOTHING } as const;
    expect(readOwnInputs(takenOver(value) ?? "", DEFAULT_CALLING, "python3.12")).toEqual({
      kind: "usable",
      examples: [{ input: "[1,\n 2]", expected: '"NaN"' }],
    });
    const both = withInput(takenOver(text) ?? "", "4\n", "text");
    expect(readOwnInputs(both, { ...DEFAULT_CALLING, io: "stdio" }, "python3.12")).toEqual({
      kind: "usable",
      examples: [
        { input: '"1 2\\n"', expected: '"3\\n"' },
        { input: '"4\\n"', expected: undefined },
      ],
    });
  });

  it("may hold the very lines that stand between inputs", () => {
    const input = "---\n=> \n\\---\nx --- y\n";
    const expected = "=>\n---\n";
    const both = takenOver({ notation: "text", input, expected, ...NOTHING }) ?? "";
    expect(
      readOwnInputs(
        withInput(both, "4\n", "text"),
        { ...DEFAULT_CALLING, io: "stdio" },
        "python3.12",
      ),
    ).toEqual({
      kind: "usable",
      examples: [
        { input: JSON.stringify(input), expected: JSON.stringify(expected) },
        { input: '"4\\n"', expected: undefined },
      ],
    });
  });

  it("must be whole, and is there once", () => {
    const cut = { notation: "json", input: "[1, 2", expected: "3", ...NOTHING } as const;
    expect(takenOver(cut)).toBeUndefined();
    const long = { notation: "text", input: "x".repeat(2000), expected: "", ...NOTHING } as const;
    expect(takenOver(long)).toBeUndefined();
    expect(withInput("5\n[1] => 2", "[1] => 2", "json")).toBe("5\n[1] => 2");
    expect(withInput("1\n---\n2 3\n", "2 3\n", "text")).toBe("1\n---\n2 3\n");
    expect(withInput("5", "6", "json")).toBe("5\n6");
  });

  it("is not taken for a longer one that holds it", () => {
    expect(withInput("[1] => 25", "[1] => 2", "json")).toBe("[1] => 25\n[1] => 2");
    expect(withInput("11", "1", "json")).toBe("11\n1");
    expect(withInput("4\n2 3\n", "2 3\n", "text")).toBe("4\n2 3\n---\n2 3\n");
  });
});
