import { describe, expect, it } from "vitest";
import {
  arrayText,
  elementTexts,
  hasTooLongInteger,
  isTooDeep,
  JsonNumber,
  type JsonText,
  MAX_JSON_DEPTH,
  memberTexts,
  objectText,
  parseExactJson,
  toJsonText,
} from "../../api/domain/json.js";

describe("elementTexts", () => {
  it("gives every element as its author wrote it", () => {
    const text = ' [1.0, {"10":1,"9":[1,2 ]} , "a,]\\"b", [],{}, 1e400 ,null,"\\\\"] ';
    expect(elementTexts(text)).toEqual([
      "1.0",
      '{"10":1,"9":[1,2 ]}',
      '"a,]\\"b"',
      "[]",
      "{}",
      "1e400",
      "null",
      '"\\\\"',
    ]);
  });

  it("gives nothing for an empty array", () => {
    expect(elementTexts("[]")).toEqual([]);
    expect(elementTexts(" [ \n ] ")).toEqual([]);
  });

  it("copes with nesting that would overflow a recursive reader", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(elementTexts(deep)).toEqual([deep.slice(1, -1)]);
  });
});

describe("memberTexts", () => {
  it("gives every member as written, whatever brackets and quotes its strings hold", () => {
    const text = '{ "a" : 1.0,"b":{"a":[1]}, "\\u0063":"x:{y,}", "d\\"e" : [ ] }';
    expect([...memberTexts(text)]).toEqual([
      ["a", "1.0"],
      ["b", '{"a":[1]}'],
      ["c", '"x:{y,}"'],
      ['d"e', "[ ]"],
    ]);
  });

  it("lets the last of duplicate keys win, as JSON.parse and json.loads do", () => {
    expect(memberTexts('{"a":1,"a":2}').get("a")).toBe("2");
  });

  it("gives nothing for an empty object", () => {
    expect([...memberTexts("{ }")]).toEqual([]);
  });
});

describe("parseExactJson", () => {
  it("keeps the digits of numbers that a double cannot hold", () => {
    expect(parseExactJson("[12345678901234567890, 1.10, 7]")).toEqual([
      new JsonNumber("12345678901234567890"),
      new JsonNumber("1.10"),
      7,
    ]);
  });

  it("gives NaN and infinities their texts, written bare or by overflow", () => {
    expect(parseExactJson("[NaN, Infinity, -Infinity, 1e400, -1e400, 0.5]")).toEqual([
      "NaN",
      "Infinity",
      "-Infinity",
      "Infinity",
      "-Infinity",
      new JsonNumber("0.5"),
    ]);
  });

  it("leaves the same words inside strings and keys alone", () => {
    const text = '{"Infinity": "NaN, -Infinity \\"NaN", "x": NaN}';
    expect(parseExactJson(text)).toEqual({ Infinity: 'NaN, -Infinity "NaN', x: "NaN" });
  });

  it("keeps a __proto__ key as an ordinary member", () => {
    const value = parseExactJson('{"__proto__": {"a": 1.5}}') as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    "NaN1",
    "[1,]",
    "",
    "-NaN",
    "- Infinity",
    "{NaN:1}",
    "{-Infinity\n:1}",
    "01",
    "[1] 2",
    "NaN NaN",
    "// c\n1",
    "'a'",
  ])("refuses %j", (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  });

  it("refuses nesting beyond the limit and takes nesting at it", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(() => parseExactJson(nested(MAX_JSON_DEPTH + 1))).toThrow(RangeError);
    expect(() => parseExactJson(`[${nested(MAX_JSON_DEPTH - 1)}, 1.5]`)).not.toThrow();
    expect(isTooDeep(nested(1_000_000))).toBe(true);
  });

  it("takes strings of a megabyte, with and without escapes", () => {
    const long = "a".repeat(1_000_000);
    expect(parseExactJson(`["${long}", 1.5, NaN]`)).toEqual([long, new JsonNumber("1.5"), "NaN"]);
    const escaped = '\\"'.repeat(500_000);
    expect(parseExactJson(`["${escaped}", NaN]`)).toEqual(['"'.repeat(500_000), "NaN"]);
  });
});

it("written objects and arrays carry their parts unchanged", () => {
  const parts = arrayText(["1.0" as JsonText, toJsonText("a\nb")]);
  expect(objectText({ "k\n": parts, z: toJsonText(null) })).toBe('{"k\\n":[1.0,"a\\nb"],"z":null}');
});

describe("an integer that is too long", () => {
  const digits = (count: number) => "7".repeat(count);

  it.each([
    ["alone", digits(100_001)],
    ["negative", `-${digits(100_001)}`],
    ["deep inside", `{"a": ["x", ${digits(100_001)}]}`],
  ])("is found %s", (_, text) => {
    expect(hasTooLongInteger(text)).toBe(true);
  });

  it.each([
    ["the largest", digits(100_000)],
    ["a text", `["${digits(100_001)}", "\\"${digits(100_001)}"]`],
    ["a fraction", `[0.${digits(100_001)}, ${digits(100_001)}.5, ${digits(100_001)}e5]`],
    ["an exponent", `[1e${digits(100_001)}, 1e-${digits(100_001)}, 1E+${digits(100_001)}]`],
  ])("is not %s", (_, text) => {
    expect(hasTooLongInteger(text)).toBe(false);
  });
});
