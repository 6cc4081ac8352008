import { Fraction } from "../domain/fraction.js";
import { JsonNumber } from "../domain/json.js";
import { quoted, UnusableProblem } from "./unusable-problem.js";

/** Enough for any double; what is written longer, or with a larger exponent, is a slip. */
const MAX_DIGITS = 30;
const POINTS = /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?[0-2]?\d)?$/;

/**
 * Points as they were written, exactly.
 *
 * @param subject what they are the points of, as a sentence begins with it
 * @throws UnusableProblem
 */
export function readPoints(value: unknown, subject: string): Fraction {
  const digits = value instanceof JsonNumber ? value.source : value;
  if (typeof digits === "string" || typeof digits === "number") {
    const text = String(digits).trim();
    if (text.length <= MAX_DIGITS && POINTS.test(text)) return Fraction.fromDigits(text);
  }
  const written = value instanceof JsonNumber ? value.source.slice(0, 100) : quoted(value);
  throw new UnusableProblem(`${subject} must be a number >= 0, not ${written}.`);
}
