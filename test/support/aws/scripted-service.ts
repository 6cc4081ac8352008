import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request, as it came in. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly atMs: number;
  /** Resolves when its connection has ended or its answer was sent. */
  readonly closed: Promise<unknown>;
}

/** What is answered; "reset" breaks the connection, "silence" never answers, "half" never ends. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | "reset"
  | "silence"
  | "half";

/** A server in the service's place, which answers what the test says. */
export interface ScriptedService {
  readonly url: string;
  readonly received: Received[];
  /** Forgets what was; answers one after the other from now on, and the last one ever after. */
  play(...answers: ScriptedAnswer[]): void;
  /** Resolves with the next request that is not yet among the received ones. */
  nextRequest(): Promise<Received>;
  close(): Promise<void>;
}

export async function startScriptedService(): Promise<ScriptedService> {
  let answers: readonly ScriptedAnswer[] = [];
  let received: Received[] = [];
  let arrived = Promise.withResolvers<Received>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    const closed = once(response, "close");
    const body = Buffer.concat(chunks);
    const one = { method, path: url, headers, body, atMs: performance.now(), closed };
    received.push(one);
    send(response, answers[Math.min(received.length, answers.length) - 1] ?? "silence");
    arrived.resolve(one);
    arrived = Promise.withResolvers();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get received() {
      return received;
    },
    play(...next) {
      answers = next;
      received = [];
    },
    nextRequest: () => arrived.promise,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function send(response: ServerResponse, answer: ScriptedAnswer): void {
  if (answer === "silence") return;
  if (answer === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (answer === "half") {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write('{"half": ');
    return;
  }
  const { status, headers = {}, body } = answer;
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
