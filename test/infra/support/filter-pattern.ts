import { hasWildcardMatch } from "./wildcard.js";

type Line = Readonly<Record<string, unknown>>;
type Test = (line: Line) => boolean;

/**
 * What a CloudWatch filter pattern for JSON counts: as much of its grammar as the stack uses, which
 * is `=` on texts with wildcards, `&&`, `||` and brackets. Throws on anything else.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parseFilterPattern(pattern: string): (logLine: string) => boolean {
  const body = /^\{(.*)\}$/s.exec(pattern.trim())?.[1];
  if (body === undefined) throw new Error(`This is no pattern for JSON: ${pattern}`);
  const tokens = new Tokens(body);
  const test = anyOf(tokens);
  tokens.expectEnd();
  return (logLine) => {
    const line = parseJson(logLine);
    return line !== undefined && test(line);
  };
}

const TOKEN = /\s*(&&|\|\||\(|\)|=|\$(?:\.\w+)+|"[^"]*")\s*/y;

class Tokens {
  readonly #tokens: string[] = [];

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
      const token = TOKEN.exec(text)?.[1];
      if (token === undefined) throw new Error(`This is not understood: ${text.slice(at)}`);
      this.#tokens.push(token);
    }
  }

  takes(token: string): boolean {
    if (this.#tokens[0] !== token) return false;
    this.#tokens.shift();
    return true;
  }

  next(kind: RegExp): string {
    const token = this.#tokens.shift();
    if (token === undefined || !kind.test(token)) throw new Error(`${token} is out of place`);
    return token;
  }

  expectEnd(): void {
    if (this.#tokens.length > 0) throw new Error(`${this.#tokens.join(" ")} is left over`);
  }
}

function anyOf(tokens: Tokens): Test {
  const tests = [allOf(tokens)];
  while (tokens.takes("||")) tests.push(allOf(tokens));
  return (line) => tests.some((test) => test(line));
}

function allOf(tokens: Tokens): Test {
  const tests = [one(tokens)];
  while (tokens.takes("&&")) tests.push(one(tokens));
  return (line) => tests.every((test) => test(line));
}

function one(tokens: Tokens): Test {
  if (tokens.takes("(")) {
    const test = anyOf(tokens);
    tokens.next(/^\)$/);
    return test;
  }
  const path = tokens.next(/^\$/).split(".").slice(1);
  tokens.next(/^=$/);
  const wanted = tokens.next(/^"/).slice(1, -1);
  return (line) => {
    const actual = path.reduce<unknown>((value, name) => (value as Line | undefined)?.[name], line);
    return typeof actual === "string" && isWanted(wanted, actual);
  };
}

/** Of the wildcards there is only the asterisk. */
function isWanted(wanted: string, actual: string): boolean {
  if (wanted.includes("?")) throw new Error(`What ${wanted} means here is not known`);
  return hasWildcardMatch(wanted, actual);
}

/** A line of plain text has no fields to match. */
function parseJson(text: string): Line | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
