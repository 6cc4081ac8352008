import { brotliCompressSync, gzipSync } from "node:zlib";
import { invalid, refused, SERVED } from "../expected.js";
import type { HostileBody } from "./hostile-body.js";
import { gradedText } from "./request-text.js";

const GOOD = gradedText({});
const NO_UTF8 = invalid(/: body: is not UTF-8$/);
const ENCODED = refused("UnsupportedMediaType", /without a Content-Encoding/);

const typed = (type: string): HostileBody[1] => ({
  without: ["Content-Type"],
  headers: [`Content-Type: ${type}`],
});
const encoded = (coding: string, body: string | Uint8Array = GOOD): HostileBody[1] => ({
  headers: [`Content-Encoding: ${coding}`],
  body,
});

/** Bodies whose headers say something else of them, or something untrue. */
export const TYPED_BODIES: readonly HostileBody[] = [
  ...["utf-8", '"UTF-8"', "latin1", "utf-16"].map(
    // RFC 8259: "no charset parameter is defined"; JSON is UTF-8 whatever one says.
    (charset): HostileBody => [
      `charset ${charset}`,
      typed(`application/json; charset=${charset}`),
      SERVED,
    ],
  ),
  ...[
    "text/json",
    "application/json, application/json",
    "application/jsonseq",
    "application/ json",
    "json",
    "*/*",
    "multipart/form-data; boundary=application/json",
    "text/plain;application/json",
    `application/${"x".repeat(8000)}`,
  ].map((type): HostileBody => {
    const expected = refused("UnsupportedMediaType", /send Content-Type: application\/json/);
    return [`type ${type.slice(0, 40)}`, typed(type), expected];
  }),
  ["gzip", encoded("gzip", gzipSync(GOOD)), ENCODED],
  ["gzip that is none", encoded("gzip"), ENCODED],
  ["br", encoded("br", brotliCompressSync(GOOD)), ENCODED],
  ["deflate, gzip", encoded("deflate, gzip"), ENCODED],
  ["identity, gzip", encoded("identity, gzip"), ENCODED],
  ["compression without a word of it", { body: gzipSync(GOOD) }, NO_UTF8],
  ["identity", encoded("Identity"), SERVED],
];
