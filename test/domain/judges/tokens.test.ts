import { describe, expect, it } from "vitest";
import { accepts } from "./accepts.js";

function acceptsText(actual: string, expected: string, tolerances = {}): boolean {
  const judge = { type: "tokens", ...tolerances } as const;
  return accepts(judge, JSON.stringify(actual), JSON.stringify(expected));
}

describe("without a tolerance", () => {
  it.each([
    ["1 2\n3\n", "1 2 3"],
    ["\r\n YES \r\n", "YES"],
    ["a\u3000b\x1fc", "a b c"],
    ["\n", ""],
  ])("%j has the words of %j", (actual, expected) => {
    expect(acceptsText(actual, expected)).toBe(true);
  });

  it.each([
    ["1 2", "12"],
    ["yes", "YES"],
    ["1.0", "1"],
    ["1 2 3", "1 2"],
    ["1 2", "1 2 3"],
    ["a\u200bb", "a b"],
    ["", "0"],
  ])("%j has not the words of %j", (actual, expected) => {
    expect(acceptsText(actual, expected)).toBe(false);
  });
});

describe("with a tolerance", () => {
  it.each([
    ["0.333333 ok", ".3333333 ok", { epsilon: "1e-6" }],
    ["1e5", "100000.0", { epsilon: "0" }],
    ["007", "7", { epsilon: "0" }],
    ["١٢.５", "12.5", { epsilon: "0" }],
    ["nan -Inf", "-NaN -infinity", { epsilon: "0" }],
    ["101", "100", { epsilon: null, relativeEpsilon: "0.01" }],
    ["-101", "-100", { epsilon: null, relativeEpsilon: "0.01" }],
    ["0.1", "0", { epsilon: "0.1", relativeEpsilon: "1e-9" }],
  ])("%j is near enough to %j with %j", (actual, expected, tolerances) => {
    expect(acceptsText(actual, expected, tolerances)).toBe(true);
  });

  it.each([
    ["0.33", "0.34", { epsilon: "0.009999" }],
    ["1_000", "1000", { epsilon: "1" }],
    ["0x10", "16", { epsilon: "1" }],
    ["nan", "1", { epsilon: "1e300" }],
    ["inf", "1e300", { epsilon: "1e300" }],
    ["5", "inf", { relativeEpsilon: "1" }],
    ["-inf", "inf", { relativeEpsilon: "2" }],
    ["101.0000001", "100", { relativeEpsilon: "0.01" }],
    ["100", "101.02", { relativeEpsilon: "0.01" }],
    ["1e-9", "0", { relativeEpsilon: "1" }],
    ["a", "b", { epsilon: "1" }],
    ["1", "one", { epsilon: "1" }],
  ])("%j is not near enough to %j with %j", (actual, expected, tolerances) => {
    expect(acceptsText(actual, expected, tolerances)).toBe(false);
  });

  it("is exact at the edge, far beyond a double's digits", () => {
    const third = `0.${"3".repeat(60)}`;
    expect(acceptsText(`${third}4`, third, { epsilon: "4e-61" })).toBe(true);
    expect(acceptsText(`${third}5`, third, { epsilon: "4e-61" })).toBe(false);
    const large = `1${"0".repeat(50)}`;
    expect(acceptsText(`${large.slice(0, -1)}1`, large, { relativeEpsilon: "1e-50" })).toBe(true);
    expect(acceptsText(`${large.slice(0, -1)}2`, large, { relativeEpsilon: "1e-50" })).toBe(false);
  });
});

describe("where values are no texts", () => {
  it("goes into arrays and objects, and compares what is no text by equal", () => {
    expect(accepts({ type: "tokens" }, '{"a":["x  y",1.0]}', '{"a":[" x y",1]}')).toBe(true);
    expect(accepts({ type: "tokens" }, '["x y"]', '"x y"')).toBe(false);
    expect(accepts({ type: "tokens" }, "true", '"True"')).toBe(false);
  });

  it("takes a number that its author wrote bare for the word it is written as", () => {
    expect(accepts({ type: "tokens" }, '"42\\n"', "42")).toBe(true);
    expect(accepts({ type: "tokens" }, '"43\\n"', "42")).toBe(false);
    expect(accepts({ type: "tokens", epsilon: "0.01" }, '"3.14\\n"', "3.1415")).toBe(true);
  });
});

describe("however hostile the words", () => {
  const shortestMs = (actual: string, expected: string, tolerances: object) => {
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      acceptsText(actual, expected, tolerances);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  const repeated = (word: string, count: number) => `${word} `.repeat(count);
  const both = { epsilon: "1e-9", relativeEpsilon: "1e-9" };

  it.each([
    ["exponents that could not be written out", (n: number) => repeated("1e999999999", n)],
    ["numbers of many digits", (n: number) => "9".repeat(10 * n)],
    ["digits that end in no number", (n: number) => `${"9".repeat(10 * n)}x`],
    ["fractions that end in no number", (n: number) => `1.${"9".repeat(10 * n)}e`],
    ["digits of another script", (n: number) => "٩".repeat(10 * n)],
  ])("takes time in proportion to them: %s", (_title, textOf) => {
    const [short, long] = [2000, 20_000].map((count) =>
      shortestMs(textOf(count), repeated("1", count), both),
    ) as [number, number];
    // Ten times the words; what looks at all of them for each needs a hundred times.
    expect(long).toBeLessThan(50 * short + 20);
  });
});
