import { GOOD_BODY } from "../support/http/post-grade.js";
import { invalid, SERVED, unparsed } from "./expected.js";
import type { HostileHead } from "./heads.js";
import type { RequestParts } from "./request-bytes.js";

const GOOD = JSON.stringify(GOOD_BODY);
const CHUNKS = `${GOOD.length.toString(16)}\r\n${GOOD}\r\n0\r\n\r\n`;

/** No Content-Length but these lines instead. */
const framed = (lines: readonly string[], body: string): RequestParts => ({
  without: ["Content-Length"],
  headers: lines,
  body,
});
const chunked = (body: string): RequestParts => framed(["Transfer-Encoding: chunked"], body);
const lengths = (...values: string[]): RequestParts =>
  framed(
    values.map((value) => `Content-Length: ${value}`),
    GOOD,
  );
const length = String(GOOD.length);

/** A second request, for a server that ends the first one where another part would not. */
const SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

/** Requests whose length is told twice, untruly or not at all. */
export const HOSTILE_FRAMES: readonly HostileHead[] = [
  ["chunked", chunked(CHUNKS), SERVED],
  ["chunk by byte", chunked([...GOOD, ""].map(oneByte).join("")), SERVED],
  ["a chunk extension", chunked(CHUNKS.replace("\r\n", ";a=b\r\n")), SERVED],
  [
    "an endless chunk extension",
    chunked(CHUNKS.replace("\r\n", `;${"a".repeat(20_000)}\r\n`)),
    unparsed(413),
  ],
  ["a trailer", chunked(CHUNKS.replace("\r\n0\r\n", "\r\n0\r\nAuthorization: none\r\n")), SERVED],
  [
    "an endless trailer",
    chunked(CHUNKS.replace("\r\n0\r\n", `\r\n0\r\nX: ${"a".repeat(20_000)}\r\n`)),
    unparsed(431),
  ],
  ["a chunk size that is no number", chunked(`zz\r\n${CHUNKS}`), unparsed(400)],
  ["a chunk size beyond all numbers", chunked(`${"f".repeat(30)}\r\n${GOOD}`), unparsed(400)],
  ["a negative chunk size", chunked(`-1\r\n${GOOD}`), unparsed(400)],
  ["a chunk that is longer than stated", chunked(`5\r\n${GOOD}\r\n0\r\n\r\n`), unparsed(400)],
  ["no body and no length", framed([], ""), invalid(/: body: is not valid JSON$/)],
  ["a body and no length", framed([], GOOD), unparsed(400)],
  [
    "length and chunked",
    framed(["Transfer-Encoding: chunked", `Content-Length: ${length}`], `0\r\n\r\n${SMUGGLED}`),
    unparsed(400),
  ],
  [
    "chunked and length",
    framed([`Content-Length: 5`, "Transfer-Encoding: chunked"], `0\r\n\r\n${SMUGGLED}`),
    unparsed(400),
  ],
  ["a length that is too short", lengths("5"), unparsed(400)],
  ["two lengths", lengths(length, "5"), unparsed(400)],
  ["the same length twice", lengths(length, length), unparsed(400)],
  ["a list of lengths", lengths(`${length}, ${length}`), unparsed(400)],
  ["a signed length", lengths(`+${length}`), unparsed(400)],
  ["a negative length", lengths("-1"), unparsed(400)],
  ["a hexadecimal length", lengths("0x10"), unparsed(400)],
  ["an empty length", lengths(""), unparsed(400)],
  ["a length beyond all numbers", lengths("9".repeat(30)), unparsed(400)],
  ["a length with a space", lengths("1 0"), unparsed(400)],
  [
    "a body and no length, by HTTP/1.0",
    { line: "POST /grade HTTP/1.0", without: ["Content-Length"] },
    unparsed(400),
  ],
  ["a coding before chunked", framed(["Transfer-Encoding: gzip, chunked"], CHUNKS), SERVED],
  [
    "chunked, then identity",
    framed(["Transfer-Encoding: chunked, identity"], CHUNKS),
    unparsed(400),
  ],
  ["chunked twice", framed(["Transfer-Encoding: chunked, chunked"], CHUNKS), unparsed(400)],
  [
    "chunked by two headers",
    framed(["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], CHUNKS),
    unparsed(400),
  ],
  ["a coding that is unknown", framed(["Transfer-Encoding: xchunked"], CHUNKS), unparsed(400)],
  ["a space before the colon", framed(["Transfer-Encoding : chunked"], CHUNKS), unparsed(400)],
  ["a tab before the coding", framed(["Transfer-Encoding:\tchunked"], CHUNKS), SERVED],
];

function oneByte(character: string): string {
  return character === "" ? "0\r\n\r\n" : `1\r\n${character}\r\n`;
}
