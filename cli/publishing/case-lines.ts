import { arrayText, type JsonText } from "../../api/domain/json.js";

/** The text of `cases.json`: one case a line. */
export function caseLines(cases: readonly JsonText[]): string {
  const text = arrayText(cases.map((line) => `\n${line}` as JsonText));
  return `${text.slice(0, -1)}\n]\n`;
}
