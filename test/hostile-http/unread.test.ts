import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
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
  async function ask(headers: readonly string[]): Promise<Socket> {
    const { hostname, port } = new URL(hostile.url);
    const socket = connect(Number(port), hostname);
    clients.add(socket);
    // As a client is told that is let go.
    socket.on("error", () => {});
    await once(socket, "connect");
    const body = JSON.stringify({
      executionMode: "RUN_CUSTOM_TESTS",
      userCode: "x",
      customTestCases: Array.from({ length: CASES }, (_, index) => index),
    });
    const parts = { headers: [...headers, "X-Unread: yes"], body };
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

  it("is let go, and keeps nobody waiting, however many there are of it, live and plain", async () => {
    const returnValue = "x".repeat(CASE_BYTES);
    lambda.play(({ event }) => results(event.inputs.map(() => output({ returnValue }))));
    const readers = await Promise.all([ask(LIVE), ask(LIVE), ask([]), ask([])]);
    // One of each reads a byte from time to time.
    const dripping = [readers[0], readers[2]];
    const drips = setInterval(() => {
      for (const socket of dripping) socket?.read(1);
    }, 20);
    lambda.play();
    const ends = [...served].map(ended);
    expect(ends).toHaveLength(readers.length);
    await hostile.expectUnharmed();
    await Promise.all(ends);
    clearInterval(drips);
    const came = await Promise.all(readers.map(bytesOf));
    const whole = CASES * CASE_BYTES;
    expect(came.map((bytes, index) => bytes < (index < 2 ? 2 : 1) * whole)).toEqual(
      readers.map(() => true),
    );
    await hostile.expectUnharmed();
  });
});

function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => (socket.closed ? resolve() : socket.once("close", resolve)));
}
