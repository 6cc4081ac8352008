import { quoted, UnusableProblem } from "./unusable-problem.js";

/**
 * The value, when it is one of those that are known: a typo must not count as the default.
 *
 * @param subject what it is the value of, as a sentence begins with it
 * @throws UnusableProblem
 */
export function requireOneOf<Known extends string>(
  known: readonly Known[],
  value: unknown,
  subject: string,
): Known {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  const [last, ...others] = [...known].reverse();
  const choice = `${others.reverse().join(", ")} or ${last}`;
  throw new UnusableProblem(`${subject} must be ${choice}, not ${quoted(value)}.`);
}
