import { expect, it } from "vitest";
import { accepts } from "./accepts.js";

const judge = { type: "one_of" } as const;

it("accepts what equals one of the answers", () => {
  for (const right of ["1", "true", '[2,"a"]', "null"]) {
    expect(accepts(judge, right, '[null,[2.0,"a"],1.0]')).toBe(true);
  }
});

it("accepts nothing else, in particular not the array of answers itself", () => {
  for (const wrong of ["2", '["a",2]', "[1,2]", '"1"']) {
    expect(accepts(judge, wrong, '[1,[2,"a"]]')).toBe(false);
  }
  expect(accepts(judge, "[1,2]", "[1,2]")).toBe(false);
  expect(accepts(judge, "[1,2]", "[[1,2]]")).toBe(true);
});

it("accepts nothing where there are no answers", () => {
  expect(accepts(judge, "null", "[]")).toBe(false);
  expect(accepts(judge, "1", "1")).toBe(false);
});
