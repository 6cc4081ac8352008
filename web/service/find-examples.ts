import { Lexer, type Token, type Tokens } from "marked";
import type { Io } from "../../api/domain/entry.js";
import type { JsonText } from "../../api/domain/json.js";
import { isJson } from "./is-json.js";
import { onOneLine } from "./on-one-line.js";

export interface Example {
  readonly input: JsonText;
  /** Undefined where nobody says. */
  readonly expected: JsonText | undefined;
}

/**
 * The examples of a statement: its `json` blocks are the input and output of each, in turn. For a program
 * its `text` blocks are, as what it reads and prints.
 */
export function findExamples(statement: string, io: Io = "function"): readonly Example[] {
  const read = io === "stdio" ? programText : valueText;
  const values = Lexer.lex(statement)
    .filter((token) => isTagged(token, io === "stdio" ? "text" : "json"))
    .map(({ text }) => read(text));
  return values.flatMap((input, index) =>
    index % 2 === 1 || input === undefined ? [] : [{ input, expected: values[index + 1] }],
  );
}

function isTagged(token: Token, lang: string): token is Tokens.Code {
  return token.type === "code" && token.lang === lang;
}

function valueText(text: string): JsonText | undefined {
  return isJson(text) ? onOneLine(text) : undefined;
}

/** A Markdown block lacks the line end that every file has. */
function programText(text: string): JsonText {
  return JSON.stringify(`${text}\n`) as JsonText;
}
