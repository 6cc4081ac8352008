import { type ExactJson, isJsonArray, isJsonObject } from "../json.js";
import { exactDigits } from "./equal.js";

/** Whether arrays of the same elements in another order are the same. */
export type ArrayOrder = "matters" | "is free";

/** A text of this length is as cheap to copy as a number is to look up. */
const SHORT = 100;

/**
 * Gives values texts, the same one to two values exactly when they are equal. What is long within
 * another value stands in its text as a number, so that all of it is linear however deep it is.
 */
export function canonicalText(order: ArrayOrder): (value: ExactJson) => string {
  const numbers = new Map<string, number>();
  const shortened = (text: string) => {
    if (text.length <= SHORT) return text;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return `&${number}`;
  };
  const textOf = (value: ExactJson): string => {
    if (value === null) return "null";
    if (typeof value === "string") return JSON.stringify(value);
    if (isJsonArray(value)) {
      const elements = value.map(textOf);
      return shortened(`[${(order === "matters" ? elements : elements.sort()).join()}]`);
    }
    if (isJsonObject(value)) {
      const members = Object.keys(value).sort();
      const texts = members.map((key) => `${JSON.stringify(key)}:${textOf(value[key] ?? null)}`);
      return shortened(`{${texts.join()}}`);
    }
    return `#${exactDigits(value)}`;
  };
  return textOf;
}
