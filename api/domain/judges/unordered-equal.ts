import { type ExactJson, isJsonArray } from "../json.js";
import { canonicalText } from "./canonical-text.js";

/** Whether both are arrays of the same elements, each as often, in any order. */
export function isUnorderedEqual(actual: ExactJson, expected: ExactJson): boolean {
  if (!isJsonArray(actual) || !isJsonArray(expected) || actual.length !== expected.length)
    return false;
  const textOf = canonicalText("matters");
  const wanted = expected.map(textOf).sort();
  return actual
    .map(textOf)
    .sort()
    .every((element, index) => element === wanted[index]);
}
