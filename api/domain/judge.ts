import { Decimal } from "decimal.js";
import { type ExactJson, isJsonArray, isJsonObject, JsonNumber } from "./json.js";

/** How an actual return value is held against the expected one. */
export type JudgeType = "equal" | "unordered_equal" | "float_eps";

export interface Judge {
  readonly type: JudgeType;
  /** Largest allowed |actual − expected| of `float_eps`, as decimal digits. */
  readonly epsilon: string;
}

/** Whether the judge accepts `actual` where `expected` was asked for. Pure, and O(n log n). */
export function isAccepted(judge: Judge, actual: ExactJson, expected: ExactJson): boolean {
  switch (judge.type) {
    case "equal":
      return isEqual(actual, expected);
    case "unordered_equal":
      return isEqualUnordered(actual, expected);
    case "float_eps":
      return isWithin(tolerance(judge.epsilon), actual, expected);
  }
}

function isEqual(actual: ExactJson, expected: ExactJson): boolean {
  return canonical(actual) === canonical(expected);
}

function isEqualUnordered(actual: ExactJson, expected: ExactJson): boolean {
  if (!isJsonArray(actual) || !isJsonArray(expected) || actual.length !== expected.length)
    return false;
  const wanted = expected.map(canonical).sort();
  return actual
    .map(canonical)
    .sort()
    .every((element, index) => element === wanted[index]);
}

/**
 * A text that two values share exactly when Python's `==` calls them equal: `1`, `1.0` and `true`
 * are `#1`, keys are sorted, strings are quoted.
 */
function canonical(value: ExactJson): string {
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean" || typeof value === "number") return `#${Number(value)}`;
  if (value instanceof JsonNumber) return `#${canonicalDigits(value)}`;
  if (isJsonArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`;
}

function canonicalDigits(number: JsonNumber): string {
  if (number.isInteger) return number.source === "-0" ? "0" : number.source;
  const double = Number(number.source);
  return Number.isInteger(double) ? BigInt(double).toString() : String(double);
}

/** Whether two numbers, given by their digits, are near enough. */
type Tolerance = (actual: string, expected: string) => boolean;

/**
 * Rounding away from zero at no less than epsilon's own precision keeps the comparison exact, and
 * keeps a string such as `"1e999999999"` from being written out.
 */
function tolerance(epsilon: string): Tolerance {
  // Made once: a configuration of its own costs many times what the comparison does.
  const Exact = Decimal.clone({
    precision: new Decimal(epsilon).precision() + 1,
    rounding: Decimal.ROUND_UP,
    minE: -9e15,
    maxE: 9e15,
  });
  const largest = new Exact(epsilon);
  return (actual, expected) =>
    actual === expected ||
    new Exact(actual).minus(new Exact(expected)).abs().lessThanOrEqualTo(largest);
}

function isWithin(isClose: Tolerance, actual: ExactJson, expected: ExactJson): boolean {
  const actualDigits = numberDigits(actual);
  const expectedDigits = numberDigits(expected);
  if (actualDigits !== undefined && expectedDigits !== undefined) {
    return isClose(actualDigits, expectedDigits);
  }
  if (isJsonArray(actual) && isJsonArray(expected)) {
    return (
      actual.length === expected.length &&
      actual.every((element, index) => isWithin(isClose, element, expected[index] ?? null))
    );
  }
  if (isJsonObject(actual) && isJsonObject(expected)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every(
        (key) =>
          Object.hasOwn(actual, key) &&
          isWithin(isClose, actual[key] ?? null, expected[key] ?? null),
      )
    );
  }
  return isEqual(actual, expected);
}

/** The digits of a number, or of a string that is a JSON number (a leading `+` allowed). */
function numberDigits(value: ExactJson): string | undefined {
  if (typeof value === "number") return String(value);
  if (value instanceof JsonNumber) return value.source;
  if (typeof value !== "string") return undefined;
  return /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) ? value : undefined;
}
