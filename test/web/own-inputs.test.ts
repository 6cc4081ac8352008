import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calling, DEFAULT_CALLING } from "../../api/domain/entry.js";
import type { CodeLanguage } from "../../web/service/code-language.js";
import { writtenProgramInputs } from "../../web/service/program-inputs.js";
import { readOwnInputs } from "../../web/service/read-own-inputs.js";

const EXACT = ['{"10":1.0,"9":[1e400,12345678901234567890]}', '"[ \\" ,"', "-0.0", "null", "[ ]"];

const read = (
  text: string,
  calling: Partial<Calling> = {},
  language: CodeLanguage = "python3.12",
) => readOwnInputs(text, { ...DEFAULT_CALLING, ...calling }, language);

const usable = (...inputs: string[]) => ({
  kind: "usable",
  examples: inputs.map((input) => ({ input, expected: undefined })),
});
const refused = (lineNumber: number, why: string) => ({ kind: "refused", lineNumber, why });

describe("readOwnInputs", () => {
  it("takes JSON values one below the other, as written, over as many lines as they like", () => {
    expect(read(`\n ${EXACT.join("\r\n\n ")} \n`)).toEqual(usable(...EXACT));
    expect(read('[1,\n  {"a":\n2}]\n3')).toEqual(usable('[1,\n  {"a":\n2}]', "3"));
  });

  it("takes every JSON value in any layout", () => {
    const layout = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), layout, (values, indent) => {
        const texts = values.map((value) => JSON.stringify(value, null, indent));
        expect(read(texts.join("\n"))).toEqual(usable(...texts));
      }),
    );
  });

  it("takes Python's way of writing the same", () => {
    expect(read("[True, None, False, ]\n('a', (1), (2,), ())")).toEqual(
      usable("[true, null, false]", '["a", 1, [2], []]'),
    );
    expect(read("{'it\\'s': 1_000, \"b\": [.5, 2., +3, -0x1F]}")).toEqual(
      usable('{"it\'s": 1000, "b": [0.5, 2.0, 3, -31]}'),
    );
    expect(read("'\\x41\\u00e9\\U0001F600\\t\\d'")).toEqual(usable('"Aé😀\\t\\\\d"'));
    expect(read("data = [1, 2]")).toEqual(usable("[1, 2]"));
  });

  it("takes JavaScript's way of writing the same", () => {
    expect(read("[true, null, 10n, .5,];\n`a\\u{1F600}$`", {}, "javascript")).toEqual(
      usable("[true, null, 10, 0.5]", '"a😀$"'),
    );
    expect(read("{ nums: [1], $k: { 2: 'x' } }", {}, "javascript")).toEqual(
      usable('{"nums": [1], "$k": {"2": "x"}}'),
    );
    expect(read("None\n0x1F", {}, "javascript")).toEqual(usable("null", "31"));
  });

  it.each([
    ["[1, undefined]", "undefined"],
    ["NaN", "notFinite"],
    ["[-Infinity]", "notFinite"],
    ["new Set([1])", "made"],
    ["{ a, b }", "noValue"],
    ["[`a]", "unclosed"],
  ])("says of JavaScript's %j why it is no input", (text, why) => {
    expect(read(text, {}, "javascript")).toEqual(refused(1, why));
  });

  it.each([
    ["1\n\nnope", 3, "noValue"],
    ["[1, 2", 1, "unclosed"],
    ["1\n'abc", 2, "unclosed"],
    ["{1, 2}", 1, "set"],
    ["{1: 2}", 1, "key"],
    ["{a: 2}", 1, "key"],
    ["[nan]", 1, "notFinite"],
    ["1 2", 1, "noValue"],
    ["1, 2", 1, "several"],
    ["007", 1, "noValue"],
    ["[1,, 2]", 1, "noValue"],
    ["'\\N{BULLET}'", 1, "noValue"],
  ])("names the line and the reason of %j", (text, lineNumber, why) => {
    expect(read(text)).toEqual(refused(lineNumber, why));
  });

  it("knows when there is nothing, or too much", () => {
    expect(read(" \n\n")).toEqual({ kind: "empty" });
    expect(read("1\n".repeat(101))).toEqual({ kind: "tooMany" });
    expect(read("[".repeat(5000))).toEqual(refused(1, "tooDeep"));
  });

  it("takes several arguments as a list, or side by side", () => {
    const style = { argumentStyle: "positional" } as const;
    expect(read("[[1, 2], 3]\n[1, 2], 3\nnums = [1, 2], k = 3", style)).toEqual(
      usable("[[1, 2], 3]", "[[1, 2], 3]", "[[1, 2], 3]"),
    );
    expect(read("[1]\n5", style)).toEqual(refused(2, "array"));
  });

  it("takes arguments by their names", () => {
    const style = { argumentStyle: "keyword" } as const;
    expect(read("{'nums': [1], \"k\": 2}\nnums = [1],\n k=2", style)).toEqual(
      usable('{"nums": [1], "k": 2}', '{"nums": [1], "k": 2}'),
    );
    expect(read("[1], 2", style)).toEqual(refused(1, "object"));
    expect(read("[1]", style)).toEqual(refused(1, "object"));
  });

  it("takes what should come out behind an arrow", () => {
    const examples = [
      { input: "[1]", expected: "true" },
      { input: "[2, 3]", expected: "5" },
    ];
    expect(read("[1] => True\n[2, 3]=>\n5")).toEqual({ kind: "usable", examples });
    expect(read("a=1, b=2 => 3", { argumentStyle: "keyword" })).toEqual({
      kind: "usable",
      examples: [{ input: '{"a": 1, "b": 2}', expected: "3" }],
    });
    expect(read("1 2\n=>\n3\n---\n4", { io: "stdio" })).toEqual({
      kind: "usable",
      examples: [
        { input: '"1 2\\n"', expected: '"3\\n"' },
        { input: '"4\\n"', expected: undefined },
      ],
    });
  });

  it("takes a program's inputs as texts, parted by lines of three hyphens", () => {
    const program = { io: "stdio" } as const;
    expect(read("2 3\n  4", program)).toEqual(usable('"2 3\\n  4\\n"'));
    expect(read("1\n---\n---x\n---\r\n", program)).toEqual(usable('"1\\n"', '"---x\\n"', '""'));
    expect(read("", program)).toEqual(usable('""'));
    const inputs = ['"1 2\\n3\\n"', '"\\n"'] as never[];
    expect(read(writtenProgramInputs(inputs), program)).toEqual(usable(...inputs));
  });
});
