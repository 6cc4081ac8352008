"use strict";

const TOKEN = new RegExp(
  [
    /(?<end>\r\n|[\n\r\u2028\u2029])(?<indent>[ \t]*)/,
    /(?<blank>[ \t\v\f]+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)/,
    /(?<value>"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'|\+\+|--)/,
    /(?<word>[\w$\u0080-\u2027\u202a-\uffff]+)/,
    /(?<sign>[\s\S])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);
const EXPRESSION = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,100}\])+\/\w*/y;
const TEMPLATE = /[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*/y;
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/g;
// Before a slash that divides: any other word, or a value.
const BEFORE_EXPRESSION =
  /^(?:[^\w$]|return|typeof|case|in|of|do|else|void|delete|throw|instanceof|await|yield)?$/;
const BRACKETS = "()[]{}";

/** Goes through a source from bracket to bracket; of texts, comments and such it knows roughly where they end. */
class BracketReader {
  line = 1;
  indent = 0;
  /** Whether the bracket is the first of its line. */
  isFirst = true;
  isUnsure = false;
  #at = 0;
  /** The last that means anything: a word, or a sign. */
  #last = "";
  #source;

  constructor(source) {
    this.#source = source;
  }

  #take(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) return undefined;
    this.#at += found[0].length;
    this.line += found[0].match(LINE_ENDS)?.length ?? 0;
    return found;
  }

  /** The next bracket; undefined at the end, and where it is unsure. */
  next() {
    let isFirst = this.#at === 0;
    while (this.#at < this.#source.length && !this.isUnsure) {
      const { end, indent, blank, value, word, sign } = this.#take(TOKEN).groups;
      if (end !== undefined) {
        this.indent = indent.length;
        isFirst = true;
      } else if (blank === undefined) {
        this.isFirst = isFirst;
        isFirst = false;
        if (this.#isBracket(value, word, sign)) return sign;
      }
    }
    return undefined;
  }

  #isBracket(value, word, sign) {
    const before = this.#last;
    // What follows a dot is a name, whatever word it is.
    this.#last = word !== undefined && before !== "." ? word : (sign ?? "value");
    if (value === "++" || value === "--") this.#last = ")";
    if (sign === "/") this.#readSlash(before);
    else if (sign === '"' || sign === "'") this.isUnsure = true;
    return sign !== undefined && (sign === "`" || BRACKETS.includes(sign));
  }

  #readSlash(before) {
    this.#at -= 1;
    const begin = this.#at;
    const text = this.#take(EXPRESSION)?.[0];
    const isComment = this.#source[begin + 1] === "*";
    if (isComment) this.isUnsure = true;
    else if (before === ")" || before === "}") {
      // It divides, or it begins an expression: all the same where nothing in it would count.
      this.isUnsure = text !== undefined && !isBalanced(text);
      this.#at = begin + 1;
    } else if (before !== "]" && BEFORE_EXPRESSION.test(before)) {
      this.isUnsure = text === undefined || before === ".";
      this.#last = "value";
    } else this.#at = begin + 1;
  }

  /** Goes on in a template: to what is put into it, its end, or the end of all. */
  readTemplate() {
    this.#take(TEMPLATE);
    const sign = this.#source[this.#at];
    this.#at += sign === "$" ? 2 : 1;
    this.#last = sign === "$" ? "{" : "value";
    return sign === "$" ? "${" : sign;
  }
}

function isBalanced(text) {
  const count = (sign) => text.split(sign).length;
  return !/["'`\\[\]]/.test(text) && count("(") === count(")") && count("{") === count("}");
}

module.exports = { BracketReader };
