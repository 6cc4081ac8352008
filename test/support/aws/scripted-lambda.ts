import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NEUTRAL_EXECUTION } from "../../../api/domain/execution.js";

/** One call of the Invoke API, as it came in. */
export interface Invocation {
  readonly functionName: string;
  /** The payload's very text. */
  readonly payload: string;
  readonly headers: IncomingHttpHeaders;
  /** The payload as JSON values. */
  readonly event: {
    readonly code_to_execute: string;
    readonly inputs: readonly unknown[];
    readonly timeout_ms: number;
    readonly budget_ms: number;
    readonly language: string;
    readonly warm_up?: true;
  };
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** How an invocation is answered; "reset" breaks the connection, "silence" never answers. */
export type Script = (invocation: Invocation) => Reply | "reset" | "silence" | Promise<Reply>;

/** A function behind Lambda's Invoke API that does what the test says. */
export interface ScriptedLambda {
  readonly endpoint: string;
  readonly invocations: Invocation[];
  /** The most invocations that were open at one time. */
  readonly mostAtOnce: number;
  /** Forgets what was, and answers from now on by this script (by echoing, without one). */
  play(script?: Script): void;
  close(): Promise<void>;
}

/** Starts it on loopback; until told otherwise, every input comes back as its return value. */
export async function startScriptedLambda(): Promise<ScriptedLambda> {
  let script: Script = echo;
  let invocations: Invocation[] = [];
  let open = 0;
  let mostAtOnce = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const payload = Buffer.concat(chunks).toString("utf8");
    const [, functionName = ""] = request.url?.match(/\/functions\/([^/]+)\//) ?? [];
    const event = JSON.parse(payload);
    const invocation = { functionName, payload, headers: request.headers, event };
    invocations.push(invocation);
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    let isOpen = true;
    const leave = () => {
      if (isOpen) open -= 1;
      isOpen = false;
    };
    response.once("close", leave);
    const reply = await script(invocation);
    // Before the caller can know, and send its next one.
    if (reply !== "silence") leave();
    send(response, reply);
  });
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get invocations() {
      return invocations;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    play(next = echo) {
      script = next;
      invocations = [];
      mostAtOnce = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function send(response: ServerResponse, reply: Reply | "reset" | "silence"): void {
  if (reply === "silence") return;
  if (reply === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status = 200, headers = {}, body } = reply;
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(body);
}

/** One output of the executor: a run that went well, but for `fields`. */
export function output(fields: Readonly<Record<string, unknown>> = {}) {
  const figures = { executionTimeMs: 10, cpuTimeMs: 5, peakMemoryKb: 9000 };
  return { ...NEUTRAL_EXECUTION, returnValue: null, ...figures, ...fields };
}

export function results(outputs: readonly unknown[]): Reply {
  return { body: JSON.stringify({ results: outputs }) };
}

export function echo({ event }: Invocation): Reply {
  return results(event.inputs.map((input) => output({ returnValue: input })));
}

/** Echoes so many inputs, as if the budget had not lasted for more. */
export function echoFirst(count: number, invocation: Invocation): Reply {
  const inputs = invocation.event.inputs.slice(0, count);
  return echo({ ...invocation, event: { ...invocation.event, inputs } });
}

export function functionError(errorType: string, errorMessage: string, stackTrace?: string[]) {
  return {
    headers: { "X-Amz-Function-Error": "Unhandled" },
    body: JSON.stringify({ errorType, errorMessage, stackTrace }),
  };
}

/** A refusal by the Invoke API itself. */
export function refusal(status: number, errorType: string, message = "no"): Reply {
  return {
    status,
    headers: { "X-Amzn-ErrorType": errorType },
    body: JSON.stringify({ Type: "User", message }),
  };
}

export const throttled = () => refusal(429, "TooManyRequestsException", "Rate Exceeded.");
