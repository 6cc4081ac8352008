import { utf8Length } from "../../domain/text.js";

/** The most that an answer may have. */
export const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

/** Lambda's 6 MB for a buffered response, less room for headers. */
const MAX_ENVELOPE_BYTES = 6 * 1024 * 1024 - 64 * 1024;

/** Whether a body can be sent: Lambda carries it as a JSON string, which escapes every quote. */
export function fitsResponse(body: string): boolean {
  if (utf8Length(body) > MAX_ANSWER_BYTES) return false;
  return utf8Length(JSON.stringify(body)) <= MAX_ENVELOPE_BYTES;
}
