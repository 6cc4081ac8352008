import { type ExactJson, JsonNumber } from "../json.js";
import { isSameScalar } from "./equal.js";
import type { LeafRule } from "./first-difference.js";
import { pythonFloat } from "./python-float.js";
import { lineOfWord, pythonWords } from "./python-words.js";
import { tolerance } from "./tolerance.js";

/** Texts are the same when their words are; a number counts as the word that it is written as. */
export function tokensRule(epsilon: string | null, relativeEpsilon: string | null): LeafRule {
  const isSameWord = wordRule(epsilon, relativeEpsilon);
  return (actual, expected) => {
    if (isSameScalar(actual, expected)) return true;
    const words = wordsOf(actual);
    const wanted = wordsOf(expected);
    if (words === undefined || wanted === undefined) return false;
    return differingWord(isSameWord, words, wanted) === undefined;
  };
}

/**
 * The line, counted from 1, of the first word of two texts that differs: of the actual text, or of
 * the expected one where only that has such a word.
 */
export function differingLine(
  epsilon: string | null,
  relativeEpsilon: string | null,
  actual: string,
  expected: string,
): number {
  const words = pythonWords(actual);
  const at = differingWord(wordRule(epsilon, relativeEpsilon), words, pythonWords(expected)) ?? 0;
  return lineOfWord(at < words.length ? actual : expected, at);
}

type WordRule = (word: string, wanted: string) => boolean;

function wordRule(epsilon: string | null, relativeEpsilon: string | null): WordRule {
  if (epsilon === null && relativeEpsilon === null) return (word, wanted) => word === wanted;
  const isClose = tolerance(epsilon ?? "0", relativeEpsilon);
  return (word, wanted) => {
    if (word === wanted) return true;
    const number = pythonFloat(word);
    const wantedNumber = pythonFloat(wanted);
    return number !== undefined && wantedNumber !== undefined && isClose(number, wantedNumber);
  };
}

/** The first index at which the words differ, or that only one of the two has. */
function differingWord(
  isSameWord: WordRule,
  words: readonly string[],
  wanted: readonly string[],
): number | undefined {
  const common = Math.min(words.length, wanted.length);
  for (let index = 0; index < common; index += 1) {
    if (!isSameWord(words[index] ?? "", wanted[index] ?? "")) return index;
  }
  return words.length === wanted.length ? undefined : common;
}

function wordsOf(value: ExactJson): readonly string[] | undefined {
  if (typeof value === "string") return pythonWords(value);
  if (typeof value === "number") return [String(value)];
  return value instanceof JsonNumber ? [value.source] : undefined;
}
