import { expect, it } from "vitest";
import { accepts } from "./accepts.js";

const within = (relativeEpsilon: string, epsilon: string | null = null) =>
  ({ type: "float_eps", epsilon, relativeEpsilon }) as const;

it("accepts what is within the part of the expected number, not of the actual one", () => {
  expect(accepts(within("0.1"), "110", "100")).toBe(true);
  expect(accepts(within("0.1"), "90.0", "100")).toBe(true);
  expect(accepts(within("0.1"), "100", "110.9")).toBe(true);
  expect(accepts(within("0.1"), "100", "112")).toBe(false);
  expect(accepts(within("0.1"), "110.00000000000000000001", "100")).toBe(false);
  expect(accepts(within("0.1"), "-90", "-100")).toBe(true);
});

it("accepts what is within either of the two", () => {
  expect(accepts(within("1e-6", "0.5"), "1.5", "1")).toBe(true);
  expect(accepts(within("1e-6", "0.5"), "1000000.9", "1000000")).toBe(true);
  expect(accepts(within("1e-6", "0.5"), "1000001.1", "1000000")).toBe(false);
});

it("leaves no room around 0 by itself", () => {
  expect(accepts(within("1"), "0.0", "0")).toBe(true);
  expect(accepts(within("1"), "1e-300", "0")).toBe(false);
});

it("makes no number a part of an infinity", () => {
  expect(accepts(within("1"), "5", "Infinity")).toBe(false);
  expect(accepts(within("1"), "-Infinity", "Infinity")).toBe(false);
  expect(accepts(within("1"), "Infinity", "1e400")).toBe(true);
  expect(accepts(within("1"), "NaN", "NaN")).toBe(true);
  expect(accepts(within("1"), "5", '"1e99999999999999999999"')).toBe(false);
});

it("holds for each number inside arrays and objects", () => {
  expect(accepts(within("0.1"), '{"a":[11,1]}', '{"a":[10,1]}')).toBe(true);
  expect(accepts(within("0.1"), '{"a":[11,2]}', '{"a":[10,1]}')).toBe(false);
});
