/** The zeros among the decimal digits of Unicode 15.0, CPython 3.12's; the other nine follow each. */
const ZEROS = [
  "30 660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 de6 e50 ed0 f20 1040 1090 17e0 1810 1946 19d0",
  "1a80 1a90 1b50 1bb0 1c40 1c50 a620 a8d0 a900 a9d0 a9f0 aa50 abf0 ff10 104a0 10d30 11066 110f0",
  "11136 111d0 112f0 11450 114d0 11650 116c0 11730 118e0 11950 11c50 11d50 11da0 11f50 16a60 16ac0",
  "16b50 1d7ce 1d7d8 1d7e2 1d7ec 1d7f6 1e140 1e2f0 1e4f0 1e950 1fbf0",
].flatMap((line) => line.split(" ").map((zero) => Number.parseInt(zero, 16)));

const DIGITS: ReadonlyMap<string, string> = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, worth) => [String.fromCodePoint(zero + worth), String(worth)]),
  ),
);

const FINITE = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/**
 * The number that Python's `float()` reads in a word without `_`, by its digits: ASCII, in the same
 * notation, unrounded; or `NaN`, `Infinity`, `-Infinity`. Undefined for a word that is no number.
 */
export function pythonFloat(word: string): string | undefined {
  if (FINITE.test(word)) return word;
  const special = SPECIAL.exec(word);
  if (special !== null) return special[2] ? `${special[1] === "-" ? "-" : ""}Infinity` : "NaN";
  const ascii = word.replace(/\P{ASCII}/gu, (character) => DIGITS.get(character) ?? character);
  return ascii !== word && FINITE.test(ascii) ? ascii : undefined;
}
