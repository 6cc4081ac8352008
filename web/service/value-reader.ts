import type { CodeLanguage } from "./code-language.js";
import { isJson } from "./is-json.js";
import { quotedText } from "./quoted-text.js";

/** Why a text is no value that can be an input. */
export type ValueFault =
  | "unclosed"
  | "noValue"
  | "set"
  | "key"
  | "tooDeep"
  | "undefined"
  | "notFinite"
  | "made";

/** Thrown with the place where reading ended. */
export class UnreadableValue extends Error {
  constructor(
    readonly why: ValueFault,
    readonly at: number,
  ) {
    super(why);
  }
}

const BLANKS = /\s*/y;
const NUMBER = /[+-]?(?:0[xXoObB]\w+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?)n?/y;
const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/sy;
const BARE_KEY = /(?:[\p{L}_$][\p{L}\p{M}\p{N}_$]*|\d+)(?=\s*:)/uy;
const NOT_FINITE = /[+-]?(?:NaN|Infinity|nan|inf)\b/y;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const NAMED = /[\p{L}_][\p{L}\p{M}\p{N}_]*\s*=(?!=)\s*/uy;

const WORDS: ReadonlyMap<string, string> = new Map([
  ["None", "null"],
  ["null", "null"],
  ["True", "true"],
  ["true", "true"],
  ["False", "false"],
  ["false", "false"],
]);

/** What can be written in a language and is no input. */
const FAULTS: ReadonlyMap<string, ValueFault> = new Map([
  ["undefined", "undefined"],
  ["new", "made"],
]);

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** The stack of a browser is deeper. */
const DEEPEST = 500;

/** Reads values that are written as JSON, Python or JavaScript write them, from left to right. */
export class ValueReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly language: CodeLanguage,
  ) {}

  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** @returns what was passed over */
  skipBlanks(): string {
    return this.#take(BLANKS) ?? "";
  }

  /** Passes over a mark if it stands here, maybe behind blanks. */
  skip(mark: string): boolean {
    const before = this.#at;
    this.skipBlanks();
    if (!this.text.startsWith(mark, this.#at)) {
      this.#at = before;
      return false;
    }
    this.#at += mark.length;
    return true;
  }

  /** Reads `name =` before a value, if it stands here. */
  readName(): string | undefined {
    this.skipBlanks();
    return this.#take(NAMED)?.replace(/\s*=\s*$/, "");
  }

  /**
   * Reads a value.
   *
   * @returns its JSON, as it stands there where it is JSON already
   * @throws UnreadableValue
   */
  readValue(): string {
    this.skipBlanks();
    const from = this.#at;
    const json = this.#readAny(0);
    const written = this.text.slice(from, this.#at);
    return isJson(written) ? written : json;
  }

  #readAny(depth: number): string {
    if (depth > DEEPEST) throw this.#fault("tooDeep");
    const first = this.text[this.#at] ?? "";
    if (first === "[" || first === "(") return this.#readArray(first, depth);
    if (first === "{") return this.#readObject(depth);
    if (/["'`]/.test(first)) return this.#readString();
    const from = this.#at;
    const word = this.#take(WORD) ?? "";
    const known = WORDS.get(word);
    if (known !== undefined) return known;
    this.#at = from;
    const why = FAULTS.get(word);
    if (why !== undefined) throw this.#fault(why, from);
    if (this.#take(NOT_FINITE) !== undefined) throw this.#fault("notFinite", from);
    return this.#readNumber();
  }

  #readArray(open: "[" | "(", depth: number): string {
    const from = this.#at;
    const parts: string[] = [];
    this.skip(open);
    let hasComma = false;
    while (!this.skip(CLOSING[open] ?? "")) {
      parts.push(this.#readPart(from, depth));
      hasComma = this.skip(",");
      if (!hasComma) this.#expectEnd(CLOSING[open] ?? "", from);
    }
    // As in Python, brackets around one value are no tuple without a comma.
    if (open === "(" && parts.length === 1 && !hasComma) return parts[0] ?? "";
    return `[${parts.join(", ")}]`;
  }

  #readObject(depth: number): string {
    const from = this.#at;
    const members: string[] = [];
    this.skip("{");
    while (!this.skip("}")) {
      this.skipBlanks();
      const keyAt = this.#at;
      const key = this.#readKey(from, depth);
      if (!this.skip(":")) {
        const noKey = this.language === "javascript" ? "noValue" : "set";
        throw this.#fault(this.isAtEnd ? "unclosed" : noKey, from);
      }
      if (!key.startsWith('"')) throw this.#fault("key", keyAt);
      members.push(`${key}: ${this.#readPart(from, depth)}`);
      if (!this.skip(",")) this.#expectEnd("}", from);
    }
    return `{${members.join(", ")}}`;
  }

  /** In JavaScript a name needs no quotes, nor does a number. */
  #readKey(open: number, depth: number): string {
    const from = this.#at;
    const bare = this.#take(BARE_KEY);
    if (bare === undefined) return this.#readPart(open, depth);
    if (this.language !== "javascript") throw this.#fault("key", from);
    return JSON.stringify(bare);
  }

  #readPart(open: number, depth: number): string {
    this.skipBlanks();
    if (this.isAtEnd) throw this.#fault("unclosed", open);
    return this.#readAny(depth + 1);
  }

  #expectEnd(closing: string, open: number): void {
    this.skipBlanks();
    if (this.isAtEnd) throw this.#fault("unclosed", open);
    if (!this.text.startsWith(closing, this.#at)) throw this.#fault("noValue");
  }

  #readString(): string {
    const from = this.#at;
    const written = this.#take(STRING);
    if (written === undefined) throw this.#fault("unclosed");
    const json = quotedText(written);
    if (json === undefined) throw this.#fault("noValue", from);
    return json;
  }

  #readNumber(): string {
    const from = this.#at;
    const written = (this.#take(NUMBER) ?? "").replace(/^\+|n$/g, "").replaceAll("_", "");
    if (/^-?0[xob]/i.test(written)) return this.#readRadix(written, from);
    const json = written.replace(/^(-?)\./, "$10.").replace(/\.(?!\d)/, ".0");
    if (!isJson(json)) throw this.#fault("noValue", from);
    return json;
  }

  #readRadix(written: string, from: number): string {
    try {
      const value = BigInt(written.replace("-", ""));
      return String(written.startsWith("-") ? -value : value);
    } catch {
      throw this.#fault("noValue", from);
    }
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.text) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }

  #fault(why: ValueFault, at = this.#at): UnreadableValue {
    return new UnreadableValue(why, at);
  }
}
