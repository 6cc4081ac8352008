import { Lexer, type Token, walkTokens } from "marked";
import type { Judge } from "../../api/domain/judge.js";
import type { SampleCase } from "../../client/create-grader-client.js";
import { pythonNotation } from "../results/python-notation.js";
import { isJson } from "./is-json.js";

/** What authors write in front of a value, such as `Input:`, `n =`, `>` or `→`. */
const LABEL = /^(?:[\p{L}\p{N}_ ]{0,30}(?::|=|->|→)|[>$-])(?=\s)/u;

/**
 * Tells of a sample case whether a statement's own code, whatever it is marked as, shows it already. Where
 * other answers than the expected one are right too, the statement may show any of them.
 */
export function toldBy(
  statement: string,
  judgeType: Judge["type"],
): (sample: SampleCase) => boolean {
  const shown = codeOf(statement).flatMap((text) => {
    const lines = text.split("\n").map(asWritten);
    const bare = text.split("\n").map((line) => asWritten(line.trim().replace(LABEL, "")));
    return [asWritten(text), framed(lines), framed(bare)];
  });
  const isShown = (value: string) => {
    return [value, pythonNotation(value), pythonNotation(value, true)].some((text) => {
      const lines = framed(text.split("\n").map(asWritten));
      return shown.some((one) => one === asWritten(text) || one.includes(lines));
    });
  };
  const isOnlyAnswer = judgeType === "equal" || judgeType === "tokens";
  return ({ input, expectedOutput }) =>
    isShown(input) && (!isOnlyAnswer || isShown(expectedOutput));
}

function codeOf(statement: string): readonly string[] {
  const found: string[] = [];
  walkTokens(Lexer.lex(statement), (token: Token) => {
    if (token.type === "code" || token.type === "codespan") found.push(token.text);
  });
  return found;
}

/** Blanks, and the keys of an object, are set in many ways. */
function asWritten(text: string): string {
  const isObject = /^\s*\{/.test(text) && isJson(text);
  const written = isObject ? JSON.stringify(JSON.parse(text, withSortedKeys)) : text;
  return written.replaceAll(/\s+/g, "");
}

function withSortedKeys(_key: string, value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).sort()) : value;
}

/** Lines of which each begins and ends. */
function framed(lines: readonly string[]): string {
  return `\n${lines.filter(Boolean).join("\n")}\n`;
}
