import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { echo, type ScriptedLambda, startScriptedLambda } from "../support/aws/scripted-lambda.js";
import { openRaw } from "../support/http/raw-http.js";
import { gradedText } from "./bodies/request-text.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";
import { type RequestParts, requestBytes } from "./request-bytes.js";

/** For what is a matter of milliseconds on a machine with nothing else to do. */
const PATIENCE = { timeout: 20_000 };

const WHOLE: RequestParts = {};
const CHUNKED: RequestParts = {
  without: ["Content-Length"],
  headers: ["Transfer-Encoding: chunked"],
  body: `ff\r\n${gradedText({})}`,
};

/** Where a request breaks off: so many bytes before its end. */
const CUTS: [string, RequestParts, (bytes: Uint8Array) => number][] = [
  ["its first byte", WHOLE, () => 1],
  ["its request line", WHOLE, () => "POST /grade HT".length],
  ["its headers", WHOLE, (bytes) => Buffer.from(bytes).indexOf("Content-Type") + 8],
  ["the line after its headers", WHOLE, (bytes) => Buffer.from(bytes).indexOf("\r\n\r\n") + 3],
  ["its body's first byte", WHOLE, (bytes) => Buffer.from(bytes).indexOf("\r\n\r\n") + 4],
  ["its body's last byte", WHOLE, (bytes) => bytes.length - 1],
  ["a chunk", CHUNKED, (bytes) => bytes.length],
];

describe("a request that breaks off", () => {
  let hostile: HostileWorld;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    hostile = await startHostileWorld({
      executor: { kind: "endpoint", endpoint: lambda.endpoint },
    });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await hostile.close();
    await lambda.close();
  });

  async function breakOff(
    parts: RequestParts,
    cut: (bytes: Uint8Array) => number,
    how: "finish" | "reset",
  ) {
    const bytes = requestBytes(parts, hostile.authorization);
    const connection = await openRaw(hostile.url);
    await connection.write(bytes.subarray(0, cut(bytes)));
    connection[how]();
    return connection.ended;
  }

  it.each(CUTS)(
    "within %s is ended with 400 when its client still listens",
    async (_, parts, cut) => {
      const received = await breakOff(parts, cut, "finish");
      expect(received).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(lambda.invocations).toEqual([]);
      await hostile.expectUnharmed();
    },
  );

  it.each(CUTS)("within %s harms nobody when its client is gone", async (_, parts, cut) => {
    await breakOff(parts, cut, "reset");
    await hostile.expectUnharmed();
  });

  it("costs one line of the log, which does not call it a fault of ours", async () => {
    const [, parts, cut] = CUTS[5] as (typeof CUTS)[number];
    hostile.world.logLines.length = 0;
    await Promise.all(Array.from({ length: 100 }, () => breakOff(parts, cut, "finish")));
    const requests = () => hostile.world.logLines.filter(({ event }) => event === "request");
    await vi.waitFor(() => expect(requests()).toHaveLength(100), PATIENCE);
    expect(hostile.world.logLines).toHaveLength(100);
    expect(new Set(requests().map(({ status }) => status))).toEqual(new Set([400]));
    await hostile.expectUnharmed();
  });

  it("only after it was whole is graded, and its submission stored", async () => {
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    lambda.play(async (invocation) => {
      await isReleased;
      return echo(invocation);
    });
    const body = gradedText({ submissionId: '"of-who-left"' });
    const connection = await openRaw(hostile.url);
    await connection.write(requestBytes({ body }, hostile.authorization));
    await vi.waitFor(() => expect(lambda.invocations).toHaveLength(1), PATIENCE);
    connection.reset();
    await connection.ended;
    release();
    await vi.waitFor(async () => {
      const stored = await hostile.world.storedSubmission("of-who-left");
      expect(stored).toMatchObject({ status: "ACCEPTED" });
    }, PATIENCE);
    await hostile.expectUnharmed();
  });
});
