import type { Io } from "./entry.js";
import type { JsonText } from "./json.js";
import { firstCodePoints } from "./text.js";

const SHOWN_VALUE = 2000;

/** The beginning of a value as somebody may read it. */
export function shownValue(value: JsonText, io: Io): string {
  return firstCodePoints(readableValue(value, io), SHOWN_VALUE);
}

/** A value as somebody may read it: its JSON text, or a program's text itself. */
export function readableValue(value: JsonText, io: Io): string {
  const isText = io === "stdio" && value.startsWith('"');
  return isText ? (JSON.parse(value) as string) : value;
}
