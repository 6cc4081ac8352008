import { invalid, SERVED } from "../expected.js";
import type { HostileBody } from "./hostile-body.js";
import { gradedText } from "./request-text.js";

const GOOD = gradedText({});
const NO_JSON = invalid(/: body: is not valid JSON$/);
const NO_UTF8 = invalid(/: body: is not UTF-8$/);

const bytes = (...values: number[]) => Uint8Array.from(values);
const around = (inside: Uint8Array) =>
  Buffer.concat([Buffer.from('{"problemId":"echo","userCode":"#'), inside, Buffer.from('"}')]);
const utf16be = Buffer.from(`\ufeff${GOOD}`, "utf16le").swap16();
const utf32 = Buffer.from([...GOOD].flatMap((character) => [character.charCodeAt(0), 0, 0, 0]));

/** A good body in another encoding than UTF-8, or in bytes that are no text at all. */
export const ENCODED_BODIES: readonly HostileBody[] = [
  ["UTF-8 with a byte order mark", { body: `\ufeff${GOOD}` }, SERVED],
  ["UTF-16 with a mark", { body: Buffer.from(`\ufeff${GOOD}`, "utf16le") }, NO_UTF8],
  ["UTF-16, the other way around", { body: utf16be }, NO_UTF8],
  ["UTF-16 without a mark", { body: Buffer.from(GOOD, "utf16le") }, NO_JSON],
  ["UTF-32", { body: utf32 }, NO_JSON],
  ["latin-1", { body: around(bytes(0xe9)) }, NO_UTF8],
  ["an overlong NUL", { body: around(bytes(0xc0, 0x80)) }, NO_UTF8],
  ["an encoded surrogate", { body: around(bytes(0xed, 0xa0, 0x80)) }, NO_UTF8],
  ["a character beyond Unicode", { body: around(bytes(0xf4, 0x90, 0x80, 0x80)) }, NO_UTF8],
  ["a lone continuation", { body: around(bytes(0x80)) }, NO_UTF8],
  ["half a character", { body: around(bytes(0xea, 0xb0)) }, NO_UTF8],
  ["half a character at the end", { body: Buffer.from([...Buffer.from(GOOD), 0xea]) }, NO_UTF8],
  ["random bytes", { body: Buffer.from("00ff7f80fe01", "hex") }, NO_UTF8],
];
