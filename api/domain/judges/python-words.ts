/** What `str.isspace` is true of in CPython 3.12; `\s` has others. */
const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const WORDS = new RegExp(`[^${SPACE}]+`, "g");

/** The words of a text, as Python's `str.split()` gives them. */
export function pythonWords(text: string): string[] {
  return text.match(WORDS) ?? [];
}

/** The line, counted from 1, on which the word at this index stands; the last where there is none. */
export function lineOfWord(text: string, index: number): number {
  let left = index;
  for (const word of text.matchAll(WORDS)) {
    if (left === 0) return text.slice(0, word.index).split("\n").length;
    left -= 1;
  }
  return text.split("\n").length;
}
