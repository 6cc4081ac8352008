import { type Calling, findInputFault } from "../../api/domain/entry.js";
import type { JsonText } from "../../api/domain/json.js";
import type { CodeLanguage } from "./code-language.js";
import type { Example } from "./find-examples.js";
import { EXPECTS, readProgramInputs } from "./program-inputs.js";
import { UnreadableValue, type ValueFault, ValueReader } from "./value-reader.js";

/** Why an input cannot be run on: it is no value, or none that the code can be called with. */
export type InputFault = ValueFault | "several" | "array" | "object";

export type OwnInputs =
  | { readonly kind: "usable"; readonly examples: readonly Example[] }
  | { readonly kind: "empty" }
  | { readonly kind: "tooMany" }
  /** @property lineNumber counted from 1 */
  | { readonly kind: "refused"; readonly lineNumber: number; readonly why: InputFault };

export type UnusableInputs = Exclude<OwnInputs, { readonly kind: "usable" }>;

/** As many as the service takes. */
const MOST = 100;

/**
 * Reads inputs one below the other: values as JSON or the languages write them, each over as many lines as it
 * likes; where there are several arguments, also `1, 2` or `a = 1, b = 2`. For a program, texts. Behind `=>`
 * stands what should come out, where somebody wrote that.
 */
export function readOwnInputs(text: string, calling: Calling, language: CodeLanguage): OwnInputs {
  if (calling.io === "stdio") return counted(readProgramInputs(text));
  const reader = new ValueReader(text, language);
  const examples: Example[] = [];
  reader.skipBlanks();
  while (!reader.isAtEnd) {
    const from = reader.at;
    try {
      const input = readInput(reader, calling);
      if (typeof input !== "string") return refused(text, from, input.why);
      const expected = reader.skip(EXPECTS) ? (reader.readValue() as JsonText) : undefined;
      reader.skip(";");
      examples.push({ input, expected });
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error;
      return refused(text, error.at, error.why);
    }
    const isEndOfLine = reader.skipBlanks().includes("\n");
    if (!isEndOfLine && !reader.isAtEnd) return refused(text, reader.at, "noValue");
  }
  return counted(examples);
}

function counted(examples: readonly Example[]): OwnInputs {
  if (examples.length === 0) return { kind: "empty" };
  return examples.length > MOST ? { kind: "tooMany" } : { kind: "usable", examples };
}

function refused(text: string, at: number, why: InputFault): OwnInputs {
  return { kind: "refused", lineNumber: text.slice(0, at).split("\n").length, why };
}

interface Argument {
  readonly name: string | undefined;
  readonly json: string;
}

function readInput(reader: ValueReader, calling: Calling): JsonText | { readonly why: InputFault } {
  const read: Argument[] = [];
  do {
    read.push({ name: reader.readName(), json: reader.readValue() });
  } while (reader.skip(","));
  const [first] = read;
  const isOne = read.length === 1 && first !== undefined;
  switch (calling.argumentStyle) {
    case "single":
      return isOne ? (first.json as JsonText) : { why: "several" };
    case "positional": {
      if (!isOne || first.name !== undefined) return arrayOf(read);
      return findInputFault(calling, first.json as JsonText) ? { why: "array" } : asJson(first);
    }
    case "keyword": {
      if (read.every(({ name }) => name !== undefined)) return objectOf(read);
      const fits = isOne && findInputFault(calling, first.json as JsonText) === undefined;
      return fits ? asJson(first) : { why: "object" };
    }
  }
}

const asJson = ({ json }: Argument) => json as JsonText;

function arrayOf(read: readonly Argument[]): JsonText {
  return `[${read.map(({ json }) => json).join(", ")}]` as JsonText;
}

function objectOf(read: readonly Argument[]): JsonText {
  const members = read.map(({ name, json }) => `${JSON.stringify(name)}: ${json}`);
  return `{${members.join(", ")}}` as JsonText;
}
