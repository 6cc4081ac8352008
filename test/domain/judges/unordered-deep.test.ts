import { expect, it } from "vitest";
import { accepts } from "./accepts.js";

const judge = { type: "unordered_deep" } as const;

it.each([
  ["[[2,1],[3]]", "[[3],[1,2]]"],
  ['{"a":[[1,2],[]]}', '{"a":[[],[2.0,true]]}'],
  ['[{"a":[1,2]},{"a":[3]}]', '[{"a":[3]},{"a":[2,1]}]'],
  ["[[[[1,2]]],[[[2,1]]]]", "[[[[2,1]]],[[[2,1]]]]"],
  ["5", "5.0"],
  ['"ab"', '"ab"'],
])("%s is %s in some order", (actual, expected) => {
  expect(accepts(judge, actual, expected)).toBe(true);
});

it.each([
  ["[[1,2],[3]]", "[[1],[2,3]]"],
  ["[1,1,2]", "[1,2,2]"],
  ["[[1,1],[2]]", "[[1],[1,2]]"],
  ['{"a":[1],"b":[2]}', '{"a":[2],"b":[1]}'],
  ['["ab"]', '["ba"]'],
  ["[[]]", "[]"],
  ['["1"]', "[1]"],
])("%s is not %s in any order", (actual, expected) => {
  expect(accepts(judge, actual, expected)).toBe(false);
});

it("takes time in proportion to the text, however deep it is", () => {
  const nested = (levels: number, last: string) =>
    Array.from({ length: levels }).reduce<string>(
      (inner, _, level) => (level % 2 ? `["${"x".repeat(1000)}",${inner}]` : `[${inner},1]`),
      last,
    );
  const readings = [45, 450].map((levels) => {
    const [actual, expected] = [nested(levels, "[1,2]"), nested(levels, "[2,1]")];
    const runs = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      for (let time = 0; time < 20; time += 1) accepts(judge, actual, expected);
      return performance.now() - start;
    });
    expect(accepts(judge, actual, expected)).toBe(true);
    return Math.min(...runs);
  });
  const [short = 0, long = 0] = readings;
  // Ten times the text; what looks at all of it on every level needs a hundred times.
  expect(long).toBeLessThan(50 * short);
});
