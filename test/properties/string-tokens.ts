import fc from "fast-check";

/** Texts that a careless reader takes for one another, or for something else. */
const NOTABLE = [
  ...["", "a", "b", "A", "ab", " a", "a ", "NaN", "Infinity", "-Infinity", "nan", "inf", "null"],
  ...["1", "1.0", "+1", "-1", "1e0", "01", " 1", "1 ", ".5", "5.", "1_0", "0x1", "1e400", "1e-400"],
  ...["+-1", "++1", "-0", "+0.0", "1e", "١", "1\n", "3.14", "½", "true", "#1", "[1,2]", "1,2"],
  ...["1e99999999999", "-1E-99999999999", "1e8000000000000000", "-1e-8000000000000000"],
  ...["é", "e\u0301", "Å", "\u212b", "A\u030a", "ﬁ", "fi", "ß", "ss", "İ", "가", "\u1100\u1161"],
  ...["\ud800", "\udc00", "\udc00\ud800", "\ud83d\ude00", "\ufffd", "\ufeff", "\u2028", "\u00a0"],
  ...["\0", "\n", "\\", "\\n", '"', "/", "\u007f", "\u001f", '","', "},{", "\\ud800"],
];

const KEYS = [
  ...["a", "b", "c", "10", "9", "1", "01", "-1", "1.0", "1e0", "0", "4294967295", "", "NaN"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "length", "true", "null"],
  ...["é", "e\u0301", "\ud800", "\udc00"],
];

const STYLES = ["plain", "plain", "plain", "escaped", "upper", "mixed"] as const;

/** The JSON string for a text: as it is, in \u escapes of either case, or now so and now so. */
export function spelledString(text: string, choice: number): string {
  const style = STYLES[choice % STYLES.length];
  if (style === "plain") return JSON.stringify(text);
  const escaped = (unit: string) => {
    const hex = unit.charCodeAt(0).toString(16).padStart(4, "0");
    return `\\u${style === "upper" ? hex.toUpperCase() : hex}`;
  };
  const spelled = Array.from(text, (character, index) => {
    if (style === "mixed" && character === "/") return "\\/";
    const isPlain = style === "mixed" && (index + choice) % 3 !== 0;
    return isPlain
      ? JSON.stringify(character).slice(1, -1)
      : character.split("").map(escaped).join("");
  });
  return `"${spelled.join("")}"`;
}

/** The text that a JSON string stands for; undefined when the token is none. */
export function textOf(token: string): string | undefined {
  return token.startsWith('"') ? (JSON.parse(token) as string) : undefined;
}

const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NOTABLE) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'\ud83d\ude00\\"u041/'.split("")),
      maxLength: 8,
    }),
  },
);

const spelled = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.nat({ max: 11 })).map(([content, choice]) => spelledString(content, choice));

/** A string in any of the ways that JSON has to write one. */
export const stringToken = spelled(anyText);

/** A key: from few, so that they meet. */
export const keyToken = spelled(fc.constantFrom(...KEYS));
