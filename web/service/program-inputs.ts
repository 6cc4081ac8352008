import type { JsonText } from "../../api/domain/json.js";
import type { Example } from "./find-examples.js";

/** A line of its own between the inputs of a program. */
export const SEPARATOR = "---";

/** Stands between an input and what should come out. */
export const EXPECTS = "=>";

const SEPARATORS = /^---[ \t]*(?:\n|$)/m;
const EXPECTATION = /^=>[ \t]*(?:\n|$)/m;

/**
 * What a program shall read, as JSON: the texts between lines of three hyphens, each with its last line ended,
 * and behind a line `=>` what it should print.
 */
export function readProgramInputs(text: string): readonly Example[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(SEPARATORS)
    .map((part) => {
      const [input = "", expected] = part.split(EXPECTATION);
      return {
        input: toJson(input),
        expected: expected === undefined ? undefined : toJson(expected),
      };
    });
}

/** Texts as they are read. */
export function writtenProgramInputs(inputs: readonly JsonText[]): string {
  return inputs.map((input) => JSON.parse(input) as string).join(`${SEPARATOR}\n`);
}

function toJson(text: string): JsonText {
  const isEnded = text === "" || text.endsWith("\n");
  return JSON.stringify(isEnded ? text : `${text}\n`) as JsonText;
}
