import type { ExactJson } from "../json.js";
import { canonicalText } from "./canonical-text.js";

/** Whether the two are equal when no array's order matters, however deep it is. */
export function isUnorderedDeep(actual: ExactJson, expected: ExactJson): boolean {
  const textOf = canonicalText("is free");
  return textOf(actual) === textOf(expected);
}
