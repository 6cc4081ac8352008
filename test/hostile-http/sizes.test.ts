import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRaw, readAnswers } from "../support/http/raw-http.js";
import { gradedText } from "./bodies/request-text.js";
import { type Expected, expectAnswer, refused, SERVED } from "./expected.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";
import { type RequestParts, requestBytes } from "./request-bytes.js";

const MIB = 1024 * 1024;
const TOO_LARGE = refused(
  "PayloadTooLarge",
  /^The body has \d+ bytes; at most 1048576 are taken\.$/,
);

describe("a body of a hostile size", () => {
  let hostile: HostileWorld;

  beforeAll(async () => {
    hostile = await startHostileWorld();
  });
  afterAll(() => hostile.close());

  /** In chunks of so many bytes. */
  function chunked(body: string, chunkBytes: number): RequestParts {
    let framed = "";
    for (let start = 0; start < body.length; start += chunkBytes) {
      const chunk = body.slice(start, start + chunkBytes);
      framed += `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
    }
    return {
      without: ["Content-Length"],
      headers: ["Transfer-Encoding: chunked"],
      body: `${framed}0\r\n\r\n`,
    };
  }

  it.each([
    ["1 MiB, its length stated", { body: gradedText({}).padEnd(MIB) }, SERVED],
    ["a byte more, its length stated", { body: gradedText({}).padEnd(MIB + 1) }, TOO_LARGE],
    ["1 MiB in chunks", chunked(gradedText({}).padEnd(MIB), 4096), SERVED],
    ["a byte more in chunks", chunked(gradedText({}).padEnd(MIB + 1), 4096), TOO_LARGE],
    ["1 MiB in chunks of 64 bytes", chunked(gradedText({}).padEnd(MIB), 64), SERVED],
    ["64 MiB in one chunk", chunked(" ".repeat(64 * MIB), 64 * MIB), TOO_LARGE],
    ["1 MiB of three-byte characters and one more", { body: "가".repeat(MIB / 3 + 1) }, TOO_LARGE],
  ] as const)("has its answer: %s", async (_, parts: RequestParts, expected: Expected) => {
    await hostile.expectAnswer(parts, expected);
  });

  /** Each is refused before its body is read. */
  const EARLY: [string, RequestParts, Expected][] = [
    [
      "token",
      { without: ["Authorization"] },
      refused("Unauthorized", /^Send an ID token: Authorization: Bearer <token>\.$/),
    ],
    [
      "type",
      { without: ["Content-Type"] },
      refused("UnsupportedMediaType", /send Content-Type: application\/json/),
    ],
    ["path", { line: "POST /upload HTTP/1.1" }, refused("NotFound", /nothing at \/upload/)],
    ["method", { line: "PUT /grade HTTP/1.1" }, refused("MethodNotAllowed", /not take PUT/)],
    ["page", { headers: ["Origin: https://evil.example"] }, refused("Forbidden", /this machine/)],
  ];

  it.each(EARLY)("does not drown the answer to a wrong %s", async (_, parts, expected) => {
    const connection = await openRaw(hostile.url);
    const bytes = requestBytes(
      { ...parts, body: Buffer.alloc(8 * MIB, " ") },
      hostile.authorization,
    );
    for (let start = 0; start < bytes.length; start += 64 * 1024) {
      await connection.write(bytes.subarray(start, start + 64 * 1024));
    }
    const [answer, ...others] = readAnswers(await connection.ended);
    expect(others).toEqual([]);
    if (answer === undefined) throw new Error("The connection ended without an answer.");
    expectAnswer(answer, expected);
    await hostile.expectUnharmed();
  });
});
