import fc from "fast-check";
import { type JsonNode, scalar } from "./json-node.js";
import { numberToken } from "./number-tokens.js";

const words = (text: string) => text.split(" ");

/** What `float()` takes and JSON does not, and what only looks as if. */
const NUMBER_LIKE = [
  ...words("inf -inf +Infinity iNf INFINITY nan NaN -nan +NAN infinit nano -+inf inf1 1inf in"),
  ...words("007 +1 1. .5 -.5 +.5e1 5.e2 1E+5 1e-5 1e05 . + - e 1e 1e+ e5 1e5.0 --1 +-1 1..2 1.2.3"),
  ...words("1_000 1_ _1 1__0 1e1_0 0x1f 0b1 0o7 1,5 1f 1L 1j 10% $1 #1 true True None null"),
  ...words("1e999 -1e999 1e-999 1e99999999999 -1E-99999999999 1e400 10e399 0e99999999999999999"),
  ...words(
    "١٢ -٣ １.５ １．５ 1e२ ٫5 𝟗 𝟙e𝟚 ² ½ Ⅷ 一 −1 1е5 1ｅ5 ४२ 𞥑 𑽐 𐵀 𑛐 \ufeff1 1\u200b \u180e2",
  ),
];

const PLAIN = words(
  "a b A ab YES yes Yes é e\u0301 가 \ud83d\ude00 \u200b \ufeff , ; : a,b a-b \0",
);

const wordPart = fc.constantFrom(..."0123456789.eE+-_nfia١५\u200b".split(""));

const word = fc.oneof(
  { weight: 4, arbitrary: numberToken.filter((token) => token.length < 60) },
  { weight: 4, arbitrary: fc.constantFrom(...NUMBER_LIKE) },
  { weight: 2, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 1, arbitrary: fc.string({ unit: wordPart, minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 3 }) },
);

/** All that Python takes for whitespace, and some that others do. */
const GAPS = [
  ...[" ", " ", "\n", "\n", "  ", "\t", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85"],
  ...["\u00a0", "\u1680", "\u2000", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"],
  ...["\u180e", "\u200b", "\ufeff", "\u2060", "\x1b"],
];

const gap = fc.constantFrom(...GAPS);
const edge = fc.oneof(fc.constant(""), gap);

/** A text of a few words, with whitespace of all kinds. */
export const wordsText: fc.Arbitrary<string> = fc
  .tuple(edge, fc.array(fc.tuple(word, gap), { maxLength: 6 }), edge)
  .map(([before, parts, after]) => {
    const joined = parts.map(([one, space], index) => (index === 0 ? one : space + one)).join("");
    return before + joined + after;
  });

/** The same as a JSON string. */
export const wordsNode: fc.Arbitrary<JsonNode> = wordsText.map((text) =>
  scalar(JSON.stringify(text)),
);
