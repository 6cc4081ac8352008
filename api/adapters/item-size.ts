import { utf8Length } from "../domain/text.js";

/** A number takes a byte for two digits and a little more; this is DynamoDB's most. */
const NUMBER_BYTES = 21;

/**
 * The bytes that a value takes in an item, never less than DynamoDB counts.
 *
 * Source: DynamoDB developer guide, "Item sizes and formats".
 */
export function itemSize(value: unknown): number {
  if (typeof value === "string") return utf8Length(value);
  if (typeof value === "number") return Math.min(NUMBER_BYTES, String(value).length + 1);
  if (typeof value !== "object" || value === null) return 1;
  if (value instanceof Uint8Array) return value.byteLength;
  const members = Array.isArray(value)
    ? value.map((element) => itemSize(element))
    : Object.entries(value).map(([name, member]) => utf8Length(name) + itemSize(member));
  return members.reduce((sum, bytes) => sum + bytes + 1, 3);
}
