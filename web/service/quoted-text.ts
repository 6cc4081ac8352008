import { isJson } from "./is-json.js";

const ESCAPE =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|U([\da-fA-F]{8})|([0-7]{1,3})|(\n)|(.))/gs;

const PLAIN: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "\\": "\\",
  "'": "'",
  "`": "`",
  '"': '"',
};

/** The JSON of a text in the quotes of Python, JavaScript or JSON; undefined for one that is none. */
export function quotedText(written: string): string | undefined {
  if (isJson(written)) return written;
  let isText = true;
  const text = written
    .slice(1, -1)
    .replace(ESCAPE, (whole, byte, unit, braced, point, octal, lineEnd, other) => {
      const hex: string | undefined = byte ?? unit ?? braced ?? point;
      const code = hex === undefined ? Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
      if (hex !== undefined || octal !== undefined) {
        if (code <= 0x10ffff) return String.fromCodePoint(code);
        isText = false;
      }
      if (lineEnd !== undefined) return "";
      // Names of characters and escapes that were cut in half are beyond this page.
      if (/[NxuU]/.test(other)) isText = false;
      return PLAIN[other] ?? whole;
    });
  return isText ? JSON.stringify(text) : undefined;
}
