import type { ShownValues } from "../results/shown-case.js";
import { isJson } from "./is-json.js";
import { EXPECTS, SEPARATOR, writtenProgramText } from "./program-inputs.js";

/** What the service cuts off a longer value of a graded case. */
const CUT_AT = 2000;

/** How a case is written among one's own inputs; undefined where its values were cut. */
export function takenOver({ notation, input, expected }: ShownValues): string | undefined {
  if (notation === "text") {
    const isCut = [input, expected ?? ""].some((text) => [...text].length >= CUT_AT);
    if (isCut) return undefined;
    const read = writtenProgramText(input);
    if (expected === undefined) return read;
    return `${ended(read)}${EXPECTS}\n${writtenProgramText(expected)}`;
  }
  if (!isJson(input)) return undefined;
  return expected === undefined || !isJson(expected) ? input : `${input} ${EXPECTS} ${expected}`;
}

/** One's own inputs with another below them, unless it is among them already. */
export function withInput(own: string, other: string, notation: ShownValues["notation"]): string {
  const between = notation === "text" ? `\n${SEPARATOR}\n` : "\n";
  const framed = (text: string) => `${between}${text.trimEnd()}${between}`;
  if (framed(own).includes(framed(other))) return own;
  if (own.trim() === "") return other;
  return `${ended(own)}${notation === "text" ? `${SEPARATOR}\n` : ""}${other}`;
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
