import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { arrayText, type JsonText, objectText, toJsonText } from "../domain/json.js";

/** An item, as DynamoDB itself gives it. */
export type AttributeMap = Readonly<Record<string, AttributeValue>>;

/** The JSON text of an item: numbers with all of their digits, binary as base64, sets as arrays. */
export function itemText(item: AttributeMap): JsonText {
  const texts = Object.entries(item).map(([name, value]) => [name, attributeText(value)]);
  return objectText(Object.fromEntries(texts));
}

function attributeText(value: AttributeValue): JsonText {
  if (value.S !== undefined) return toJsonText(value.S);
  if (value.N !== undefined) return value.N as JsonText;
  if (value.BOOL !== undefined) return toJsonText(value.BOOL);
  if (value.L !== undefined) return arrayText(value.L.map(attributeText));
  if (value.M !== undefined) return itemText(value.M);
  if (value.B !== undefined) return base64(value.B);
  if (value.SS !== undefined) return toJsonText(value.SS);
  if (value.NS !== undefined) return arrayText(value.NS as JsonText[]);
  if (value.BS !== undefined) return arrayText(value.BS.map(base64));
  return toJsonText(null);
}

const base64 = (bytes: Uint8Array): JsonText => toJsonText(Buffer.from(bytes).toString("base64"));
