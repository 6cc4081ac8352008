import { parseExactJson } from "../../../api/domain/json.js";
import { type Comparison, isAccepted } from "../../../api/domain/judge.js";

/** Whether a judge accepts one JSON text where the other was asked for. */
export function accepts(
  judge: Partial<Comparison> & Pick<Comparison, "type">,
  actual: string,
  expected: string,
): boolean {
  const whole = { epsilon: null, relativeEpsilon: null, ...judge };
  return isAccepted(whole, parseExactJson(actual), parseExactJson(expected));
}
