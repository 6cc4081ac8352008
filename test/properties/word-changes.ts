import { type Change, offByEdge, onToken } from "./scalar-changes.js";
import { textOf } from "./string-tokens.js";
import {
  respelledNumber,
  type Tolerances,
  withFartherDigit,
  withOtherDigit,
} from "./written-number.js";

const SPACES = [" ", "\n", "\r\n", " \t ", "\u3000", "\x1f", "\u2028", "\x85"];

/** Changes the text of a JSON string. */
const onText = (
  change: (text: string, choice: number, tolerances: Tolerances) => string | undefined,
): Change =>
  onToken((token, choice, tolerances) => {
    const text = textOf(token);
    const changed = text === undefined ? undefined : change(text, choice, tolerances);
    return changed === undefined ? undefined : JSON.stringify(changed);
  });

/** Changes one of the words that stand between blanks. */
const onWord = (
  change: (word: string, choice: number, tolerances: Tolerances) => string | undefined,
): Change =>
  onText((text, choice, tolerances) => {
    const words = text.split(/([ \n]+)/);
    const at = 2 * (choice % ((words.length + 1) / 2));
    const word = words[at];
    const changed = word ? change(word, choice, tolerances) : undefined;
    return changed === undefined ? undefined : words.with(at, changed).join("");
  });

const respaced = onText((text, choice) =>
  text.replace(/[ \n]/, SPACES[choice % SPACES.length] ?? " "),
);

const padded = onText((text, choice) => {
  const space = SPACES[choice % SPACES.length] ?? " ";
  return choice % 2 === 0 ? text + space : space + text;
});

const FULL_WIDTH_ZERO = 0xff10;

const inOtherDigits = onWord((word) =>
  /\d/.test(word)
    ? word.replace(/\d/g, (digit) => String.fromCodePoint(FULL_WIDTH_ZERO + Number(digit)))
    : undefined,
);

const TWINS = [
  ["inf", "Infinity", "+INF", "iNfInItY"],
  ["-inf", "-Infinity"],
  ["nan", "NaN", "-nan", "+nAn"],
  ["1", "1.", "+1", "01", "1e0", ".1e1"],
  ["0", "-0", "+.0", "0e5", "-0.0e-7"],
  ["1_000", "1000"],
];

const asTwin = onWord((word, choice) => {
  const others = TWINS.find((group) => group.includes(word))?.filter((other) => other !== word);
  return others?.[choice % others.length];
});

/** A text of one number as that number. */
const unquoted = onToken((token) => {
  const text = textOf(token)?.trim();
  return text !== undefined && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? text : undefined;
});

/** Changes that `tokens` mostly overlooks, the last ones where it compares numbers. */
export const gentleWordChanges: readonly Change[] = [
  respaced,
  padded,
  padded,
  onWord(offByEdge),
  onWord(offByEdge),
  onWord(respelledNumber),
  inOtherDigits,
  asTwin,
  unquoted,
];

/** Changes that mostly make other words. */
export const harshWordChanges: readonly Change[] = [
  onWord(withOtherDigit),
  onWord(withFartherDigit),
  onWord((word) => word.toUpperCase()),
  onWord((word) => `${word} ${word}`),
  onWord((word) => `${word.slice(0, 1)} ${word.slice(1)}`),
  onWord((word) => `${word}_`),
  onText((text) => text.replace(/\s/, "")),
  onText((text) => text.replace(/\s/, "\u200b")),
  onText((text) => text.split(" ").slice(1).join(" ")),
];
