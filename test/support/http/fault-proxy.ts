import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request as open,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** What the grader asks of its dependencies. */
const CALL_NAMES = ["Jwks", "GetItem", "Invoke", "PutItem"] as const;

export type CallName = (typeof CALL_NAMES)[number];

/** A call of the grader: its name, and its place among the calls of that name, counted from 1. */
export interface Call {
  readonly name: CallName;
  readonly nth: number;
}

/** A whole answer of a dependency, or one made up. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** One call while the proxy has it in its hands. */
export interface Exchange {
  readonly call: Call;
  /** Has the dependency carry the call out, once more with each use. */
  carryOut(): Promise<Reply>;
  answer(reply: Reply): void;
  /** Sends the head of an answer and the first half of its body. */
  answerHalf(reply: Reply): Promise<void>;
  /** Sends an answer byte by byte, until the end or until the grader has hung up. */
  answerInDrops(reply: Reply, everyMs: number): Promise<void>;
  /** Breaks the connection; what was sent before still arrives. */
  drop(): void;
  /** Resolves when the grader has hung up. */
  readonly hungUp: Promise<unknown>;
}

export type Fault = (exchange: Exchange) => Promise<void> | void;

/** Says what goes wrong with a call; undefined lets it through. */
export type FaultPlan = (call: Call) => Fault | undefined;

/** Where each call goes; only the origin of a URL counts. */
export type Destinations = Readonly<Record<CallName, string>>;

/** An HTTP proxy between the grader and all that it depends on. */
export interface FaultProxy {
  readonly url: string;
  /** In the order in which they came. */
  readonly calls: readonly Call[];
  /**
   * Forgets the calls that were and does this to the next ones; nothing, without a plan. Resolves
   * when those under way have ended, also where nobody waits for them any more.
   */
  play(plan?: FaultPlan): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy on loopback that lets everything through until told otherwise. */
export async function startFaultProxy(destinations: Destinations): Promise<FaultProxy> {
  let faultOf: FaultPlan = () => undefined;
  let calls: Call[] = [];
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const done = serve(request, response)
      // Either side may be gone by now, and the other one is to notice.
      .catch(() => void response.destroy())
      .finally(() => underWay.delete(done));
    underWay.add(done);
  });
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hungUp = new Promise((resolve) => response.once("close", resolve));
    const name = callName(request);
    const call = { name, nth: calls.filter((earlier) => earlier.name === name).length + 1 };
    calls.push(call);
    const fault = faultOf(call) ?? passOn;
    const body = await readAll(request);
    const exchange: Exchange = {
      call,
      carryOut: () => forward(request, body, destinations[name]),
      answer: (reply) => void begin(response, reply).end(reply.body),
      answerHalf: (reply) =>
        new Promise((sent) => {
          const half = reply.body.subarray(0, reply.body.length >> 1);
          begin(response, reply).write(half, () => sent());
        }),
      async answerInDrops(reply, everyMs) {
        begin(response, reply);
        for (const byte of reply.body) {
          if (response.closed) return;
          response.write(Buffer.of(byte));
          await delay(everyMs);
        }
        response.end();
      },
      drop: () => void response.socket?.destroy(),
      hungUp,
    };
    await fault(exchange);
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls;
    },
    async play(plan = () => undefined) {
      faultOf = plan;
      calls = [];
      await Promise.all(underWay);
    },
    async close() {
      server.closeAllConnections();
      await Promise.all([...underWay, new Promise((closed) => server.close(closed))]);
    },
  };
}

const passOn: Fault = async (exchange) => exchange.answer(await exchange.carryOut());

function callName({ url = "", headers }: IncomingMessage): CallName {
  const operation = String(headers["x-amz-target"]).split(".").at(-1);
  if (operation === "GetItem" || operation === "PutItem") return operation;
  if (url.endsWith("/invocations")) return "Invoke";
  if (url.endsWith("/jwks.json")) return "Jwks";
  throw new Error(`Nobody asks for ${operation} at ${url}`);
}

async function forward(from: IncomingMessage, body: Buffer, destination: string): Promise<Reply> {
  const { method, headers } = from;
  const onward = open(new URL(from.url ?? "", destination), { method, headers }).end(body);
  const [response] = (await once(onward, "response")) as [IncomingMessage];
  const reply = await readAll(response);
  return { status: response.statusCode ?? 0, headers: response.headers, body: reply };
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The body's length is always told, so that a part of it can be known for one. */
function begin(response: ServerResponse, { status, headers, body }: Reply): ServerResponse {
  const { connection, "transfer-encoding": _, ...kept } = headers;
  return response.writeHead(status, { ...kept, "content-length": String(body.length) });
}
