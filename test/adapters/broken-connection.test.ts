import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLambdaClient } from "../../api/adapters/aws-clients.js";
import { lambdaExecutor } from "../../api/adapters/lambda-executor.js";
import { type JsonText, toJsonText } from "../../api/domain/json.js";
import type { Executor } from "../../api/ports.js";
import { output } from "../support/aws/scripted-lambda.js";

const NEVER = new AbortController().signal;
const BODY = JSON.stringify({ results: [output({ returnValue: 1 })] });
const WHOLE = `HTTP/1.1 200 OK\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;

/** What becomes of one request: what is sent of an answer, and how the connection ends, if it does. */
interface Treatment {
  readonly sends: string;
  readonly ends?: "reset" | "hung up";
}

describe("a connection to the executor", () => {
  let server: Server;
  let executor: Executor;
  let treatments: Treatment[];
  let requests: number;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
        if (!text.endsWith("}")) return;
        text = "";
        requests += 1;
        treat(socket, treatments.shift() ?? { sends: WHOLE });
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const client = createLambdaClient(30_000, {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    executor = lambdaExecutor(client, {
      functionNames: { "python3.12": "f" },
      tenantIsolation: true,
    });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  });

  function treat(socket: Socket, { sends, ends }: Treatment): void {
    if (ends === undefined) socket.write(sends);
    else if (ends === "hung up") socket.end(sends);
    else if (sends === "") socket.resetAndDestroy();
    // It has to arrive before the reset, which would overtake it.
    else socket.write(sends, () => setTimeout(() => socket.resetAndDestroy(), 50));
  }

  async function run(...given: Treatment[]) {
    treatments = given;
    requests = 0;
    const { kind } = await executor.run(
      {
        code: "x",
        language: "python3.12",
        timeLimitMs: 1000,
        budgetMs: 250,
        inputs: [toJsonText(1) as JsonText],
        tenantId: "t",
        submission: {},
      },
      NEVER,
    );
    return { kind, requests };
  }

  describe.each(["reset", "hung up"] as const)("that is %s", (ends) => {
    it("before any byte of an answer is tried once more", async () => {
      expect(await run({ sends: "", ends })).toEqual({ kind: "answered", requests: 2 });
    });

    it("before any byte of its second answer is tried once more", async () => {
      await run();
      expect(await run({ sends: "", ends })).toEqual({ kind: "answered", requests: 2 });
    });

    it("before any byte twice is not tried a third time", async () => {
      const broken = { sends: "", ends };
      expect(await run(broken, broken)).toEqual({ kind: "died", requests: 2 });
    });

    it.each([
      ["the first byte", 1],
      ["the status line", 17],
      ["a byte of the body", WHOLE.length - BODY.length + 1],
      ["all but the last byte", WHOLE.length - 1],
    ])("after %s of an answer is not", async (_, bytes) => {
      await run();
      const sends = WHOLE.slice(0, bytes);
      expect(await run({ sends, ends })).toEqual({ kind: "died", requests: 1 });
    });
  });
});
