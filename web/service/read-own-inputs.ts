import type { JsonText } from "../../api/domain/json.js";
import { isJson } from "./is-json.js";

export type OwnInputs =
  | { readonly kind: "usable"; readonly inputs: readonly JsonText[] }
  | { readonly kind: "empty" }
  /** @property lineNumber counted from 1 */
  | { readonly kind: "refused"; readonly lineNumber: number };

export type UnusableInputs = Exclude<OwnInputs, { readonly kind: "usable" }>;

/** Reads one JSON value from each line that is not blank. */
export function readOwnInputs(text: string): OwnInputs {
  const lines = text.split(/\r?\n/);
  const refused = lines.findIndex((line) => line.trim() !== "" && !isJson(line));
  if (refused !== -1) return { kind: "refused", lineNumber: refused + 1 };
  const inputs = lines.map((line) => line.trim()).filter((line) => line !== "") as JsonText[];
  return inputs.length === 0 ? { kind: "empty" } : { kind: "usable", inputs };
}
