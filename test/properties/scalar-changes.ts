import { array, type JsonNode, scalar } from "./json-node.js";
import { spelledString, textOf } from "./string-tokens.js";
import {
  neighbouringDouble,
  offBy,
  respelledNumber,
  type Tolerances,
  withFartherDigit,
  withOtherDigit,
} from "./written-number.js";

/**
 * A way to change one node, for a judge that allows so much; `choice` picks among its variants.
 * Undefined where it does not apply.
 */
export type Change = (
  node: JsonNode,
  choice: number,
  tolerances: Tolerances,
) => JsonNode | undefined;

type TokenChange = (token: string, choice: number, tolerances: Tolerances) => string | undefined;

export const onToken =
  (change: TokenChange): Change =>
  (node, choice, tolerances) => {
    const token = node.kind === "scalar" ? change(node.token, choice, tolerances) : undefined;
    return token === undefined ? undefined : scalar(token);
  };

/** What Python holds to be the same, or what the three texts stand for. */
const TWINS = [
  ["true", "1", "1.0", "1e0", "10e-1"],
  ["false", "0", "-0", "0.0", "-0.0"],
  ["NaN", '"NaN"', '"\\u004eaN"'],
  ["Infinity", '"Infinity"', "1e400", "2e308"],
  ["-Infinity", '"-Infinity"', "-1e400"],
];

/** What is not the same but could be taken for it. */
const LOOKALIKES = [
  ["null", "false", "0", '""', '"null"', "NaN"],
  ["true", '"true"', '"1"', "2", '"True"'],
  ["NaN", '"nan"', "null", "Infinity"],
  ["Infinity", "-Infinity", '"inf"', "1e308", '"1e400"', "1.7976931348623157e308"],
];

const among =
  (groups: readonly (readonly string[])[]): TokenChange =>
  (token, choice) => {
    const group = groups.find((members) => members.includes(token));
    const others = group?.filter((member) => member !== token);
    return others?.[choice % others.length];
  };

const respelledString: TokenChange = (token, choice) => {
  const text = textOf(token);
  return text === undefined ? undefined : spelledString(text, choice);
};

const otherText: TokenChange = (token, choice) => {
  const text = textOf(token);
  if (text === undefined) return undefined;
  const others = [
    `${text}a`,
    text.slice(1),
    text.normalize("NFC"),
    text.normalize("NFD"),
    text.normalize("NFKC"),
  ];
  return JSON.stringify([...others, text.toUpperCase(), text.trim(), `${text} `][choice % 8]);
};

const respelledQuotedNumber: TokenChange = (token, choice) => {
  const text = textOf(token);
  const respelled = text === undefined ? undefined : respelledNumber(text, choice);
  return respelled === undefined ? undefined : JSON.stringify(respelled);
};

/** `1` as `"1"`, and back where the text is a JSON number. */
const quotedNumber: TokenChange = (token, choice) => {
  const text = textOf(token);
  if (text === undefined) {
    return /\d$/.test(token)
      ? `"${choice % 2 === 0 || token.startsWith("-") ? "" : "+"}${token}"`
      : undefined;
  }
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? text : undefined;
};

const otherSign: TokenChange = (token) => {
  if (!/\d$/.test(token)) return undefined;
  return token.startsWith("-") ? token.slice(1) : `-${token}`;
};

/** Changes that mostly leave a value equal. */
export const gentleScalarChanges: readonly Change[] = [
  onToken(respelledNumber),
  onToken(respelledNumber),
  onToken(respelledString),
  onToken(among(TWINS)),
];

/** Changes that mostly make another value of it, if only just. */
export const harshScalarChanges: readonly Change[] = [
  onToken(withOtherDigit),
  onToken(withFartherDigit),
  onToken(neighbouringDouble),
  onToken(among(LOOKALIKES)),
  onToken(otherText),
  onToken(quotedNumber),
  onToken(otherSign),
  (node) => array([node]),
];

const EDGE = [1, -1, 0.5, 2, -1.0000001, 0.999999999999, 1.00000000000001];

/** A number as far off as is allowed, or a little more or less. */
export const offByEdge: TokenChange = (token, choice, tolerances) => {
  if (!/^-?\d.*\d$|^\d$/.test(token) || !Number.isFinite(Number(token))) return undefined;
  return offBy(token, tolerances, EDGE[choice % EDGE.length] ?? 1);
};

/** Changes that only `float_eps` overlooks. */
export const changesWithinEpsilon: readonly Change[] = [
  onToken(offByEdge),
  onToken(offByEdge),
  onToken(respelledQuotedNumber),
  onToken(quotedNumber),
];
