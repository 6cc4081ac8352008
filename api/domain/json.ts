/**
 * JSON text of exactly one value, kept as its author wrote it.
 *
 * Test inputs and return values cross the API in this form only: a JavaScript number would round
 * them and a JavaScript object would reorder keys such as `"10"` and `"9"`.
 */
export type JsonText = string & { readonly __jsonText: unique symbol };

/**
 * A JSON value whose numbers keep the digits they were written with. A plain `number` is an
 * integer of at most 15 digits, which a double holds exactly; every other number is a JsonNumber.
 */
export type ExactJson =
  | null
  | boolean
  | string
  | number
  | JsonNumber
  | readonly ExactJson[]
  | { readonly [key: string]: ExactJson };

/** A number token as written: an integer, or (with `.` or an exponent) a double, as in Python. */
export class JsonNumber {
  constructor(readonly source: string) {}

  get isInteger(): boolean {
    return !/[.eE]/.test(this.source);
  }
}

export function isJsonArray(value: ExactJson): value is readonly ExactJson[] {
  return Array.isArray(value);
}

export function isJsonObject(value: ExactJson): value is { readonly [key: string]: ExactJson } {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof JsonNumber)
  );
}

/** Whether a value, as `JSON.parse` gives it, is an object rather than null, an array or a scalar. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nesting that every part of the service can take; CPython's own parser gives up near 1000. */
export const MAX_JSON_DEPTH = 500;

/** What is wrong with a text of which `hasTooLongInteger` is true. */
export const TOO_LONG_INTEGER = "has an integer of more than 100,000 digits";

/** The JSON text of a plain value; the value's numbers must be the API's own, never a case's. */
export function toJsonText(value: unknown): JsonText {
  return JSON.stringify(value) as JsonText;
}

/** The text of an object with these members, in this order. */
export function objectText(members: Readonly<Record<string, JsonText>>): JsonText {
  const written = Object.entries(members).map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  return `{${written.join(",")}}` as JsonText;
}

/** The text of an array of these elements. */
export function arrayText(elements: readonly JsonText[]): JsonText {
  return `[${elements.join(",")}]` as JsonText;
}

/**
 * Decodes JSON text as CPython's `json.loads` does, then gives floats without a JSON form their
 * text: `NaN`, `1e400` and `-Infinity` become `"NaN"`, `"Infinity"` and `"-Infinity"`.
 *
 * @throws SyntaxError when the text is not JSON, RangeError when it is nested too deeply.
 */
export function parseExactJson(text: string): ExactJson {
  if (isTooDeep(text)) throw new RangeError(`nested deeper than ${MAX_JSON_DEPTH} levels`);
  // A reviver costs 40 times the parse; most test data has nothing that needs one.
  if (hasPlainNumbers(text)) return JSON.parse(text) as ExactJson;
  return JSON.parse(quoteNonFinite(text), (_key, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? exactNumber(requireSource(context)) : value,
  ) as ExactJson;
}

/**
 * Decodes JSON text, its numbers rounded to doubles, for whoever only needs to know what is where: many
 * times faster than the exact way.
 *
 * @throws as parseExactJson does
 */
export function parseRoundedJson(text: string): unknown {
  if (isTooDeep(text)) throw new RangeError(`nested deeper than ${MAX_JSON_DEPTH} levels`);
  return JSON.parse(/NaN|Infinity/.test(text) ? quoteNonFinite(text) : text);
}

/** Node 20 and older do not tell; going on would round numbers without a word. */
function requireSource(context: { source?: string } | undefined): string {
  if (context?.source !== undefined) return context.source;
  throw new TypeError("JSON.parse gives no source text of numbers here; Node 22 or later does.");
}

function exactNumber(source: string): ExactJson {
  const number = new JsonNumber(source);
  if (number.isInteger) return source.length <= 15 ? Number(source) : number;
  return Number.isFinite(Number(source)) ? number : String(Number(source));
}

/**
 * The same with NaN and the infinities as their texts: Python's `json.dumps` writes them bare, and its
 * `json.loads` takes them so, but not as keys, and nobody else takes them.
 */
export function strictJson(text: JsonText): JsonText {
  return quoteNonFinite(text) as JsonText;
}

function quoteNonFinite(text: string): string {
  let quoted = "";
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('"', at);
    const outside = text.slice(at, open === -1 ? text.length : open);
    quoted += outside.replace(/(?:-?\bInfinity|\bNaN)\b(?!\s*:)/g, '"$&"');
    at = open === -1 ? text.length : endOfString(text, open);
    if (open !== -1) quoted += text.slice(open, at);
  }
  return quoted;
}

/** The elements of an array, each as its author wrote it. The text must be valid JSON. */
export function elementTexts(arrayJson: string): JsonText[] {
  return partTexts(arrayJson) as JsonText[];
}

/** The members of an object as written, the last of duplicate keys winning. The text must be valid JSON. */
export function memberTexts(objectJson: string): Map<string, JsonText> {
  return new Map(
    partTexts(objectJson).map((part) => {
      const endOfKey = endOfString(part, 0);
      const key = JSON.parse(part.slice(0, endOfKey)) as string;
      return [key, part.slice(part.indexOf(":", endOfKey) + 1).trim() as JsonText];
    }),
  );
}

/** Whether the text is nested deeper than MAX_JSON_DEPTH, found without recursion. */
export function isTooDeep(text: string): boolean {
  return walk(text).depth > MAX_JSON_DEPTH;
}

/**
 * Whether an integer in the text has more digits than the executor takes, which Python would need
 * minutes to read. Digits are looked at once each: a run of them is only tried from its start.
 */
export function hasTooLongInteger(text: string): boolean {
  if (!/(?<!\d)\d{100001}/.test(text)) return false;
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('"', at);
    const outside = text.slice(at, open === -1 ? text.length : open);
    if (/(?<![\d.eE]|[eE][+-])\d{100001,}(?![\d.eE])/.test(outside)) return true;
    at = open === -1 ? text.length : endOfString(text, open);
  }
  return false;
}

/** Cuts the outermost array or object at its commas, without recursion and without reprinting. */
function partTexts(text: string): string[] {
  const { open, cuts } = walk(text);
  const parts = cuts.map((cut, index) => text.slice((cuts[index - 1] ?? open) + 1, cut).trim());
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}

interface Structure {
  /** Of the deepest bracket. */
  readonly depth: number;
  /** Where the outermost bracket is. */
  readonly open: number;
  /** Where the outermost array or object has its commas, and its end. */
  readonly cuts: readonly number[];
}

const codeOf = (character: string) => character.charCodeAt(0);
const QUOTE = codeOf('"');
const ZERO = codeOf("0");
const NINE = codeOf("9");
const SMALL_E = codeOf("e");
const DEPTH_CHANGE = new Map([
  [codeOf("["), 1],
  [codeOf("{"), 1],
  [codeOf(","), 0],
  [codeOf("]"), -1],
  [codeOf("}"), -1],
]);
/** Outside strings they stand only in what `JSON.parse` alone would round or refuse: `1.5`, `1E5`, `NaN`, `Infinity`. */
const SPECIAL = new Set([...".ENI"].map(codeOf));
const MAX_DOUBLE_DIGITS = 15;

/** Goes once over the brackets and commas that are outside strings: by character, which is faster than by matches. */
function walk(text: string): Structure {
  const cuts: number[] = [];
  let open = -1;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    const change = DEPTH_CHANGE.get(code);
    if (change === undefined) continue;
    depth += change;
    deepest = Math.max(deepest, depth);
    if (change === 1 && depth === 1) open = at;
    // A comma of the outermost level, or its end.
    if (change < 1 && depth === change + 1) cuts.push(at);
  }
  return { depth: deepest, open, cuts };
}

/** Whether every number is an integer that a double holds exactly, as far as the text is JSON. */
function hasPlainNumbers(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= NINE && code >= ZERO) {
      digits += 1;
      if (digits > MAX_DOUBLE_DIGITS) return false;
      continue;
    }
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (SPECIAL.has(code) || (code === SMALL_E && digits > 0)) return false;
    digits = 0;
  }
  return true;
}

/** The offset behind the quote that ends the string opened at `open`. */
function endOfString(text: string, open: number): number {
  for (
    let quote = text.indexOf('"', open + 1);
    quote !== -1;
    quote = text.indexOf('"', quote + 1)
  ) {
    let firstSlash = quote;
    while (text[firstSlash - 1] === "\\") firstSlash -= 1;
    if ((quote - firstSlash) % 2 === 0) return quote + 1;
  }
  return text.length;
}
