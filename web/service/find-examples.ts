import { Lexer, type Token } from "marked";
import type { JsonText } from "../../api/domain/json.js";
import { isJson } from "./is-json.js";
import { onOneLine } from "./on-one-line.js";

export interface Example {
  readonly input: JsonText;
  /** Undefined where the statement does not say. */
  readonly expected: JsonText | undefined;
}

/** The examples of a statement: its `json` blocks are the input and output of each, in turn. */
export function findExamples(statement: string): readonly Example[] {
  const values = Lexer.lex(statement)
    .filter(isTaggedJson)
    .map(({ text }) => (isJson(text) ? onOneLine(text) : undefined));
  return values.flatMap((input, index) =>
    index % 2 === 1 || input === undefined ? [] : [{ input, expected: values[index + 1] }],
  );
}

function isTaggedJson(token: Token): token is Token & { readonly text: string } {
  return token.type === "code" && token.lang === "json";
}
