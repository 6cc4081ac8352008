import { utf8Length } from "./text.js";

/** The longest id, name or title that anything is stored under or found by: DynamoDB's limit on a key. */
export const MAX_KEY_BYTES = 2048;

/** Whether something can be stored under this text, which is then a key of a table or of an index. */
export function isKey(text: string): boolean {
  return isWithin(text, MAX_KEY_BYTES);
}

/** The longest that things can be sorted by. */
const MAX_RANGE_KEY_BYTES = 1024;

/** Whether things of one key can be sorted by this text. */
export function isRangeKey(text: string): boolean {
  return isWithin(text, MAX_RANGE_KEY_BYTES);
}

function isWithin(text: string, maxBytes: number): boolean {
  return text !== "" && utf8Length(text) <= maxBytes;
}
