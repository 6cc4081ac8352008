import { type ExactJson, JsonNumber } from "../json.js";
import { firstDifference } from "./first-difference.js";

/** Python's `==`. */
export function isEqual(actual: ExactJson, expected: ExactJson): boolean {
  return firstDifference(isSameScalar, actual, expected) === undefined;
}

/** Python's `==` on what has no parts; false when only one of the two has none. */
export function isSameScalar(actual: ExactJson, expected: ExactJson): boolean {
  if (actual === expected) return true;
  const digits = exactDigits(actual);
  return digits !== undefined && digits === exactDigits(expected);
}

/**
 * The digits that two numbers share exactly when they are the same number, `1` for `1`, `1.0` and
 * `true`; undefined for what is no number in Python either.
 */
export function exactDigits(value: ExactJson): string | undefined {
  if (typeof value === "boolean" || typeof value === "number") return String(Number(value));
  if (!(value instanceof JsonNumber)) return undefined;
  if (value.isInteger) return value.source === "-0" ? "0" : value.source;
  const double = Number(value.source);
  return Number.isInteger(double) ? BigInt(double).toString() : String(double);
}
