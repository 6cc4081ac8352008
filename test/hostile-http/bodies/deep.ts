import { invalid, SERVED } from "../expected.js";
import { type HostileBody, hostileBody } from "./hostile-body.js";
import { customText, gradedText } from "./request-text.js";

const MANY = 100_000;
const TOO_DEEP = invalid(/^Invalid input: body: nested deeper than 500 levels$/);
const TOO_LONG = invalid(/^Invalid input: body: has an integer of more than 100,000 digits$/);

const arrays = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const mixed = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${"}]".repeat(levels / 2)}`;

/** Bodies that would exhaust the stack of a reader that calls itself for every level. */
export const DEEP_BODIES: readonly HostileBody[] = [
  hostileBody("arrays, as the body", arrays(MANY), TOO_DEEP),
  hostileBody("objects, as the body", objects(MANY), TOO_DEEP),
  hostileBody("arrays and objects, as a member", gradedText({ extra: mixed(MANY) }), TOO_DEEP),
  hostileBody("arrays for code", gradedText({ userCode: arrays(MANY) }), TOO_DEEP),
  hostileBody("arrays, as a case", customText(`[${arrays(MANY)}]`), TOO_DEEP),
  hostileBody("objects, as a case", customText(`[${objects(MANY)}]`), TOO_DEEP),
  hostileBody("arrays and objects, as a case", customText(`[1,${mixed(MANY)}]`), TOO_DEEP),
  hostileBody("arrays that never end", "[".repeat(MANY), TOO_DEEP),
  hostileBody("objects that never end", '{"":'.repeat(MANY), TOO_DEEP),
  hostileBody("arrays that never began", "]".repeat(MANY), invalid(/body: is not valid JSON$/)),
  // The body is a level of its own, and the array of cases is one more.
  hostileBody("500 levels", gradedText({ extra: arrays(499) }), SERVED),
  hostileBody("501 levels", gradedText({ extra: arrays(500) }), TOO_DEEP),
  hostileBody("500 levels with a case", customText(`[${objects(498)}]`), SERVED),
  hostileBody("501 levels with a case", customText(`[${objects(499)}]`), TOO_DEEP),
  // Brackets in a string are no levels, however the string is written.
  hostileBody("brackets in a string", gradedText({ extra: `"${arrays(MANY)}"` }), SERVED),
  hostileBody("behind an escaped quote", gradedText({ extra: `"\\"${arrays(MANY)}"` }), SERVED),
  hostileBody("behind slashes", gradedText({ extra: `"\\\\",${arrays(MANY)}` }), TOO_DEEP),
  hostileBody("an integer too long", customText(`[[${"7".repeat(100_001)}]]`), TOO_LONG),
  hostileBody("a long integer", customText(`[${"7".repeat(100_000)}]`), SERVED),
  hostileBody("JSON as a case", customText(JSON.stringify([objects(50_000)])), SERVED),
  hostileBody("brackets for code", gradedText({ userCode: `"${"[".repeat(65_536)}"` }), SERVED),
];
