import { type ExactJson, JsonNumber } from "../json.js";
import { isSameScalar } from "./equal.js";
import type { LeafRule } from "./first-difference.js";
import { tolerance } from "./tolerance.js";

/** Numbers are the same when they are near enough, and so are texts that are JSON numbers. */
export function floatEpsRule(epsilon: string, relativeEpsilon: string | null): LeafRule {
  const isClose = tolerance(epsilon, relativeEpsilon);
  return (actual, expected) => {
    const actualDigits = numberDigits(actual);
    const expectedDigits = numberDigits(expected);
    return actualDigits !== undefined && expectedDigits !== undefined
      ? isClose(actualDigits, expectedDigits)
      : isSameScalar(actual, expected);
  };
}

/** The digits of a number, or of a text that is a JSON number (a leading `+` allowed). */
function numberDigits(value: ExactJson): string | undefined {
  if (typeof value === "number") return String(value);
  if (value instanceof JsonNumber) return value.source;
  if (typeof value !== "string") return undefined;
  return /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) ? value : undefined;
}
