import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** The most that DynamoDB takes: 400 KB, names and values together. */
export const MAX_ITEM_BYTES = 400 * 1024;

/**
 * The bytes of an item as DynamoDB counts them, of the attributes as they go over the wire.
 *
 * Source: DynamoDB developer guide, "DynamoDB item sizes and formats".
 */
export function dynamoItemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.NULL !== undefined || value.BOOL !== undefined) return 1;
  // Three bytes for a list or map, and one for each element.
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + valueBytes(one), 3);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + dynamoItemBytes(value.M);
  throw new Error(`No attribute of this kind is stored: ${JSON.stringify(value)}`);
}

/** A byte for two significant digits, one more, and one for a sign. */
function numberBytes(digits: string): number {
  const significant = digits
    .replace(/[eE].*$/, "")
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");
  return Math.ceil(significant.length / 2) + 1 + (digits.startsWith("-") ? 1 : 0);
}
