import { Lexer, type Token } from "marked";
import type { JsonText } from "../../../api/domain/json.js";
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
    .filter(isJsonBlock)
    .map(({ text }) => onOneLine(text));
  const inputs = values.filter((_, index) => index % 2 === 0);
  return inputs.map((input, index) => ({ input, expected: values[2 * index + 1] }));
}

function isJsonBlock(token: Token): token is Token & { readonly text: string } {
  return token.type === "code" && token.lang === "json" && isJson(token.text);
}
