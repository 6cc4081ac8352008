import { expect, it } from "vitest";
import { javascriptNotation } from "../../web/results/javascript-notation.js";

it.each([
  ['{"a":[1,null,true],"b":"x,y:1"}', '{"a": [1, null, true], "b": "x,y:1"}'],
  ["[9007199254740991,9007199254740993]", "[9007199254740991, 9007199254740993n]"],
  ["-12345678901234567890", "-12345678901234567890n"],
  ["[1.0,1e30,-0.0]", "[1.0, 1e30, -0.0]"],
  ['["NaN"]', '["NaN"]'],
  ['["cut, 12', '["cut, 12'],
])("writes the input %s as JavaScript has it", (json, written) => {
  expect(javascriptNotation(json)).toBe(written);
});

it("writes what is returned with its digits and its numbers that JSON has no form for", () => {
  expect(javascriptNotation('["NaN",18446744073709551616,"-Infinity"]', true)).toBe(
    "[NaN, 18446744073709551616, -Infinity]",
  );
});
