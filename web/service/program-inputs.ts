import type { JsonText } from "../../api/domain/json.js";

/** A line of its own between the inputs of a program. */
export const SEPARATOR = "---";

const SEPARATORS = /^---[ \t]*(?:\n|$)/m;

/** What a program shall read, as JSON: the texts between lines of three hyphens, each with its last line ended. */
export function readProgramInputs(text: string): readonly JsonText[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(SEPARATORS)
    .map((part) => (part === "" || part.endsWith("\n") ? part : `${part}\n`))
    .map((part) => JSON.stringify(part) as JsonText);
}

/** The same the other way around. */
export function writtenProgramInputs(inputs: readonly JsonText[]): string {
  return inputs.map((input) => JSON.parse(input) as string).join(`${SEPARATOR}\n`);
}
