import { describe, expect, it } from "vitest";
import { parseFilterPattern } from "./support/filter-pattern.js";

const LINE = JSON.stringify({ event: "request", code: "Forbidden", at: { path: "/a b" } });

describe("the evaluator of CloudWatch's filter patterns", () => {
  it.each([
    ['{ $.event = "request" }', true],
    ['{$.event="request"}', true],
    ['{ $.at.path = "/a b" }', true],
    ['{ $.code = "Forb*" }', true],
    ['{ $.code = "*bid*" }', true],
    ['{ $.code = "Forb" }', false],
    ['{ $.missing = "*" }', false],
    ['{ $.at = "*" }', false],
    ['{ $.event = "request" && $.code = "x" }', false],
    ['{ $.event = "x" || $.code = "Forbidden" }', true],
    ['{ $.event = "request" || $.code = "x" && $.code = "y" }', true],
    ['{ ($.event = "request" || $.code = "x") && $.code = "y" }', false],
  ])("%s", (pattern, isExpected) => {
    expect(parseFilterPattern(pattern)(LINE)).toBe(isExpected);
  });

  it("counts no line that is not JSON", () => {
    expect(parseFilterPattern('{ $.event = "*" }')("REPORT RequestId: 1")).toBe(false);
  });

  it.each([
    "request",
    "{ $.a }",
    '{ $.a = "x" && }',
    '{ ($.a = "x" }',
    '{ $.a = "x" $.b = "y" }',
    '{ $.a != "x" }',
    "{ $.a = 1 }",
    "{ $.a IS NULL }",
    '{ $.a = "?" }',
  ])("refuses what it does not know: %s", (pattern) => {
    expect(() => parseFilterPattern(pattern)(LINE.replace("event", "a"))).toThrow();
  });
});
