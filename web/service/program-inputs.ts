import type { JsonText } from "../../api/domain/json.js";
import type { Example } from "./find-examples.js";

/** A line of its own between the inputs of a program. */
export const SEPARATOR = "---";

/** Stands between an input and what should come out. */
export const EXPECTS = "=>";

/** A line of an input that would be taken for one of these has a backslash in front, or one more. */
const MARKS = /^(\\*)(---|=>)(?=[ \t]*$)/gm;
const ESCAPED_MARKS = /^\\(\\*)(---|=>)(?=[ \t]*$)/gm;

const SEPARATORS = /^---[ \t]*(?:\n|$)/m;
const EXPECTATION = /^=>[ \t]*(?:\n|$)/m;

/**
 * What a program shall read, as JSON: the texts between lines of three hyphens, each with its last line ended,
 * and behind a line `=>` what it should print. `\---` and `\=>` stand for such lines in the texts themselves.
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
  return inputs
    .map((input) => writtenProgramText(JSON.parse(input) as string))
    .join(`${SEPARATOR}\n`);
}

/** A text as it stands among others. */
export function writtenProgramText(text: string): string {
  return text.replace(MARKS, "\\$&");
}

function toJson(written: string): JsonText {
  const text = written.replace(ESCAPED_MARKS, "$1$2");
  const isEnded = text === "" || text.endsWith("\n");
  return JSON.stringify(isEnded ? text : `${text}\n`) as JsonText;
}
