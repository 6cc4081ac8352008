import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  echo,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";
import { requestBytes } from "./request-bytes.js";

const LIVE = ["Accept: application/x-ndjson"];
const CASES = 9;
const CASE_BYTES = 512 * 1024 - 100;
const CUSTOM_TESTS = {
  executionMode: "RUN_CUSTOM_TESTS",
  userCode: "x",
  customTestCases: Array.from({ length: CASES }, (_, index) => index),
};
/** A problem whose cases are all shown, in an answer of some 8 MB. */
const WIDE = Array.from({ length: 700 }, (_, index) => {
  const text = String(index).padEnd(2000, "y");
  return { input: text, expected_output: text, visibility: "sample" };
});

describe("a client that reads little of its answer, or nothing", () => {
  let lambda: ScriptedLambda;
  let hostile: HostileWorld;
  const clients = new Set<Socket>();
  const served = new Set<Socket>();
  const onRequest = (message: unknown) => {
    const { request, socket } = message as { request: { headers: object }; socket: Socket };
    if ("x-unread" in request.headers) served.add(socket);
  };

  beforeAll(async () => {
    subscribe("http.server.request.start", onRequest);
    lambda = await startScriptedLambda();
    hostile = await startHostileWorld({
      executor: { kind: "endpoint", endpoint: lambda.endpoint },
      limits: { socketTimeout: 5000 },
    });
    const finalTestCases = gzipSync(JSON.stringify(WIDE));
    await hostile.world.putProblem({ problemId: "wide", finalTestCases });
  });
  afterEach(() => {
    for (const socket of clients) socket.destroy();
    clients.clear();
    served.clear();
    lambda.play();
  });
  afterAll(async () => {
    await hostile.close();
    await lambda.close();
    unsubscribe("http.server.request.start", onRequest);
  });

  /** Asks for more than the system keeps of an answer, and leaves alone what comes of it. */
  async function ask(headers: readonly string[], body: object): Promise<Socket> {
    const { hostname, port } = new URL(hostile.url);
    const socket = connect(Number(port), hostname);
    clients.add(socket);
    // As a client is told that is let go.
    socket.on("error", () => {});
    await once(socket, "connect");
    const parts = { headers: [...headers, "X-Unread: yes"], body: JSON.stringify(body) };
    socket.write(requestBytes(parts, hostile.authorization));
    await once(socket, "readable");
    return socket;
  }

  /** How much comes of an answer that is read after all. */
  async function bytesOf(socket: Socket): Promise<number> {
    let bytes = 0;
    socket.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    await ended(socket);
    return bytes;
  }

  it("is let go, keeps nobody waiting, and has its submission stored, however many there are of it", async () => {
    const returnValue = "x".repeat(CASE_BYTES);
    lambda.play((invocation) =>
      typeof invocation.event.inputs[0] === "string"
        ? echo(invocation)
        : results(invocation.event.inputs.map(() => output({ returnValue }))),
    );
    const submissionId = randomUUID();
    const submission = { userCode: "x", problemId: "wide", submissionId };
    const readers = await Promise.all([
      ask(LIVE, CUSTOM_TESTS),
      ask([], CUSTOM_TESTS),
      ask(LIVE, submission),
      ask([], CUSTOM_TESTS),
      ask(LIVE, CUSTOM_TESTS),
    ]);
    // Some read a byte from time to time.
    const drips = setInterval(() => {
      for (const socket of readers.slice(0, 3)) socket.read(1);
    }, 20);
    const stored = () => hostile.world.storedSubmission(submissionId);
    await expect.poll(stored).toMatchObject({ status: "ACCEPTED" });
    lambda.play();
    const ends = [...served].map(ended);
    expect(ends).toHaveLength(readers.length);
    await hostile.expectUnharmed();
    await Promise.all(ends);
    clearInterval(drips);
    for (const bytes of await Promise.all(readers.map(bytesOf))) {
      expect(bytes).toBeLessThan(CASES * CASE_BYTES);
    }
    await hostile.expectUnharmed();
  });
});

function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => (socket.closed ? resolve() : socket.once("close", resolve)));
}
