import { type ExactJson, isJsonArray } from "../json.js";
import { isEqual } from "./equal.js";

/** Whether `actual` equals one of the answers; false where they are no array. */
export function isOneOf(actual: ExactJson, answers: ExactJson): boolean {
  return isJsonArray(answers) && answers.some((answer) => isEqual(actual, answer));
}
