import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRaw, type RawConnection, readAnswers } from "../support/http/raw-http.js";
import { gradedText } from "./bodies/request-text.js";
import { expectAnswer, SERVED, unparsed } from "./expected.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";
import { requestBytes } from "./request-bytes.js";

const tick = (ms = 0) => new Promise((later) => setTimeout(later, ms));

// Side by side, since each does little but wait.
describe.concurrent("a slow client", () => {
  let patient: HostileWorld;
  let hasty: HostileWorld;

  beforeAll(async () => {
    patient = await startHostileWorld();
    const limits = {
      headersTimeout: 1500,
      requestTimeout: 3000,
      connectionsCheckingInterval: 50,
      keepAliveTimeout: 100,
      keepAliveTimeoutBuffer: 100,
    };
    hasty = await startHostileWorld({ limits });
  });
  afterAll(async () => {
    await patient.close();
    await hasty.close();
  });

  /** Sends the same again and again until the server has had enough. */
  async function drip(connection: RawConnection, bytes: string): Promise<string> {
    let isOver = false;
    const ended = connection.ended.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await connection.write(bytes);
      await Promise.race([tick(20), ended]);
    }
    return ended;
  }

  it("is served when every byte comes by itself", async () => {
    const connection = await openRaw(patient.url);
    for (const byte of requestBytes({}, patient.authorization)) {
      await connection.write(Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    const [answer] = readAnswers(await connection.ended);
    expect(answer).toMatchObject({ status: 200, body: { status: "ACCEPTED" } });
    await patient.expectUnharmed();
  });

  it.each([
    ["says nothing", "", ""],
    ["sends a head without end, a byte at a time", "POST /grade HTTP/1.1\r\nX: ", "a"],
    ["sends a head without end, a header at a time", "POST /grade HTTP/1.1\r\n", "X: a\r\n"],
    ["stops in its head", "POST /grade HTTP/1.1\r\nHost: 127.0.0.1\r\n", ""],
  ])("is sent away when it %s", async (_, start, more) => {
    const connection = await openRaw(hasty.url);
    await connection.write(start);
    const [answer] = readAnswers(await drip(connection, more));
    expect(answer?.status).toBe(408);
    await hasty.expectUnharmed();
  });

  it.each([
    ["stops in its body", "Content-Length: 1000", "{", ""],
    ["sends a body without end, a byte at a time", "Content-Length: 1000000", "", " "],
    ["sends chunks without end", "Transfer-Encoding: chunked", "", "1\r\n \r\n"],
  ])("is sent away when it %s", async (_, framing, start, more) => {
    const connection = await openRaw(hasty.url);
    const parts = { without: ["Content-Length"], headers: [framing], body: start };
    await connection.write(requestBytes(parts, hasty.authorization));
    const [answer] = readAnswers(await drip(connection, more));
    expect(answer).toBeDefined();
    if (answer !== undefined) expectAnswer(answer, unparsed(408));
    await hasty.expectUnharmed();
  });

  it("does not keep others waiting, however many there are of it", async () => {
    const lorises = await Promise.all(Array.from({ length: 200 }, () => openRaw(hasty.url)));
    await Promise.all(lorises.map((loris) => loris.write("POST /grade HTTP/1.1\r\nX: ")));
    await hasty.expectUnharmed();
    const ends = await Promise.all(lorises.map((loris) => loris.ended));
    expect(new Set(ends.map((end) => end.split("\r\n")[0]))).toEqual(
      new Set(["HTTP/1.1 408 Request Timeout"]),
    );
    await hasty.expectUnharmed();
  });

  it("may keep its connection between requests, but not for long", async () => {
    const connection = await openRaw(hasty.url);
    await connection.write(requestBytes({ without: ["Connection"] }, hasty.authorization));
    const answers = readAnswers(await connection.ended);
    expect(answers).toHaveLength(1);
    for (const answer of answers) expectAnswer(answer, SERVED);
  });

  it("gets every answer in order when it asks many times before it reads", async () => {
    const connection = await openRaw(patient.url);
    const modes = Array.from({ length: 200 }, (_, index) => `mode-${index}`);
    for (const mode of modes) {
      const body = gradedText({ executionMode: JSON.stringify(mode) });
      const without = mode === modes.at(-1) ? [] : ["Connection"];
      await connection.write(requestBytes({ body, without }, patient.authorization));
    }
    const answers = readAnswers(await connection.ended);
    const errors = answers.map(({ body }) => body.error);
    expect(errors).toEqual(modes.map((mode) => `Invalid input: Unknown executionMode: ${mode}`));
    await patient.expectUnharmed();
  });
});
