import { describe, expect, it } from "vitest";
import { parseExactJson } from "../../api/domain/json.js";
import { type Comparison, isAccepted } from "../../api/domain/judge.js";

function accepts(type: Comparison["type"], actual: string, expected: string, epsilon = "0.000001") {
  const judge = { type, epsilon, relativeEpsilon: null };
  return isAccepted(judge, parseExactJson(actual), parseExactJson(expected));
}

describe("equal", () => {
  it.each([
    ["1", "1.0"],
    ["true", "1"],
    ["false", "0.0"],
    ["[true]", "[1.0]"],
    ["-0.0", "0"],
    ["-0", "0"],
    ["1e2", "100"],
    ["9007199254740992", "9007199254740992.0"],
    ["0.1", "1e-1"],
    ["0.10000000000000000001", "0.1"],
    ["1e22", "10000000000000000000000"],
    ['{"a":1,"b":[2]}', '{"b":[2.0],"a":true}'],
    ['"NaN"', "NaN"],
    ['"Infinity"', "1e400"],
    ['"-Infinity"', "-Infinity"],
    ['"é"', '"\\u00e9"'],
    ["null", "null"],
    ['{"__proto__":1}', '{"__proto__":1.0}'],
  ])("%s equals %s", (actual, expected) => {
    expect(accepts("equal", actual, expected)).toBe(true);
    expect(accepts("equal", expected, actual)).toBe(true);
  });

  it.each([
    ["9007199254740993", "9007199254740992"],
    ["9007199254740993", "9007199254740992.0"],
    ["1e23", "100000000000000000000000"],
    ["12345678901234567890123", "12345678901234567890124"],
    ['"1"', "1"],
    ["null", "0"],
    ["null", "false"],
    ["[]", "{}"],
    ['""', "[]"],
    ["[1,2]", "[2,1]"],
    ["[1]", "[1,1]"],
    ["[[1],2]", "[[1,2]]"],
    ['["1,2"]', '["1","2"]'],
    ['{"a":1}', '{"a":1,"b":2}'],
    ['{"a":null}', "{}"],
    ['{"a":1}', '{"b":1}'],
    ['{"__proto__":1}', "{}"],
    ["0.1", "0.10000000000000002"],
    ['"Infinity"', "-1e400"],
    ['"é"', '"e\\u0301"'],
    ['"\\ud800"', '"\\ufffd"'],
    ['"\\ud800"', '"\\\\ud800"'],
    ['"#1"', "1"],
    ['"null"', "null"],
  ])("%s does not equal %s", (actual, expected) => {
    expect(accepts("equal", actual, expected)).toBe(false);
    expect(accepts("equal", expected, actual)).toBe(false);
  });
});

describe("unordered_equal", () => {
  it("takes any order of the outermost array, as often as each element occurs", () => {
    expect(accepts("unordered_equal", "[3,1,2,1]", "[1,1.0,2,3]")).toBe(true);
    expect(accepts("unordered_equal", "[1,2,2]", "[1,1,2]")).toBe(false);
    expect(accepts("unordered_equal", "[1,1]", "[1]")).toBe(false);
    expect(accepts("unordered_equal", '[{"a":1},"x"]', '["x",{"a":1.0}]')).toBe(true);
  });

  it("keeps the order of inner arrays", () => {
    expect(accepts("unordered_equal", "[[3],[1,2]]", "[[1,2],[3]]")).toBe(true);
    expect(accepts("unordered_equal", "[[2,1]]", "[[1,2]]")).toBe(false);
  });

  it("accepts nothing but two arrays", () => {
    expect(accepts("unordered_equal", "1", "1")).toBe(false);
    expect(accepts("unordered_equal", '{"a":1}', '{"a":1}')).toBe(false);
    expect(accepts("unordered_equal", "[]", '""')).toBe(false);
    expect(accepts("unordered_equal", "[]", "[]")).toBe(true);
  });

  it("handles a hundred thousand elements", () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    const reversed = JSON.stringify([...numbers].reverse());
    expect(accepts("unordered_equal", JSON.stringify(numbers), reversed)).toBe(true);
    expect(
      accepts("unordered_equal", JSON.stringify([...numbers, 7]), `[-1${reversed.slice(6)}`),
    ).toBe(false);
  });
});

describe("float_eps", () => {
  it("measures the difference on the digits as written, not on doubles", () => {
    expect(accepts("float_eps", "0.300001", "0.3", "0.000001")).toBe(true);
    expect(accepts("float_eps", "0.3000011", "0.3", "0.000001")).toBe(false);
    expect(accepts("float_eps", "0.30000000000000004", "0.3", "0")).toBe(false);
    expect(accepts("float_eps", "0.3", "0.30", "0")).toBe(true);
    expect(accepts("float_eps", "-2", "3", "5")).toBe(true);
  });

  it("is exact at the edge, far beyond a double's digits", () => {
    const one = "1.0000000000000000000000000000000000000001";
    expect(accepts("float_eps", one, "1", "1e-40")).toBe(true);
    expect(accepts("float_eps", one, "1", "9.99e-41")).toBe(false);
    const big = `1${"0".repeat(400)}`;
    expect(accepts("float_eps", `${big.slice(0, -1)}1`, big, "1")).toBe(true);
    expect(accepts("float_eps", `${big.slice(0, -1)}2`, big, "1.9999")).toBe(false);
    expect(accepts("float_eps", `${big}.0000001`, big, "0")).toBe(false);
  });

  it("counts a string as a number when it is a JSON number, a leading + allowed", () => {
    expect(accepts("float_eps", '"3.14"', "3.14")).toBe(true);
    expect(accepts("float_eps", '"+3.1400000001"', "3.14")).toBe(true);
    expect(accepts("float_eps", '"3.14"', '"3.1400000001"')).toBe(true);
    for (const text of ["3.14 ", ".5", "0x3", "1_0", "03.14", "", "3."]) {
      expect(accepts("float_eps", JSON.stringify(text), "3.14", "100")).toBe(false);
    }
  });

  it("does not count booleans as numbers", () => {
    expect(accepts("float_eps", "true", "1.0000001")).toBe(false);
    expect(accepts("float_eps", "true", "1")).toBe(true);
  });

  it("goes into arrays and objects of the same shape, and judges other leaves by equal", () => {
    const expected = '{"a":[1,2.5,null],"b":{"c":"x"}}';
    expect(accepts("float_eps", '{"b":{"c":"x"},"a":[1.0000001,2.5,null]}', expected)).toBe(true);
    expect(accepts("float_eps", '{"b":{"c":"y"},"a":[1,2.5,null]}', expected)).toBe(false);
    expect(accepts("float_eps", '{"b":{"c":"x"},"a":[1,2.5]}', expected)).toBe(false);
    expect(accepts("float_eps", '{"b":{"c":"x"},"z":[1,2.5,null]}', expected)).toBe(false);
    expect(accepts("float_eps", '{"b":{"c":"x"},"a":[1,2.5,null],"d":1}', expected)).toBe(false);
    expect(accepts("float_eps", "[1]", "1")).toBe(false);
    expect(accepts("float_eps", '{"0":1}', "[1]")).toBe(false);
  });

  it("lets NaN equal only NaN and an infinity only itself", () => {
    expect(accepts("float_eps", '"NaN"', "NaN")).toBe(true);
    expect(accepts("float_eps", '"NaN"', "1.5")).toBe(false);
    expect(accepts("float_eps", '"Infinity"', "1e400")).toBe(true);
    expect(accepts("float_eps", '"Infinity"', "-Infinity", "1e300")).toBe(false);
    expect(accepts("float_eps", "1e308", "Infinity", "1e308")).toBe(false);
  });

  it("takes not much longer than reading the numbers does, however many there are", () => {
    const written = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => index + 0.5));
    const expected = parseExactJson(written);
    const actual = parseExactJson(written.replaceAll(".5", ".500001"));
    const shortestMs = (work: () => void) => {
      const runs = [1, 2, 3].map(() => {
        const start = performance.now();
        work();
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    const readMs = shortestMs(() => parseExactJson(written));
    for (const relativeEpsilon of [null, "1e-9"]) {
      const judge = { type: "float_eps", epsilon: "0.000001", relativeEpsilon } as const;
      const judgeMs = shortestMs(() => isAccepted(judge, actual, expected));
      expect(judgeMs).toBeLessThan(20 * readMs);
    }
  });

  it("answers at once for exponents that could not be written out", () => {
    expect(accepts("float_eps", '"1e999999999999"', "1")).toBe(false);
    expect(accepts("float_eps", '"1e999999999999999999999"', '"1e999999999999999999999"')).toBe(
      true,
    );
    expect(accepts("float_eps", '"1e-999999999"', "0")).toBe(true);
  });
});
