import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type InvocationAnswer, responseTooLarge } from "./invocation-answer.js";
import { listenOnLoopback } from "./loopback.js";
import { MAX_RESPONSE_BYTES } from "./payload-limits.js";
import { readBody } from "./read-body.js";

const PREFIX = "/2018-06-01/runtime";
const ANSWER_PATH = /^\/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/;

export interface Invocation {
  requestId: string;
  headers: Record<string, string>;
  event: Buffer;
}

export interface RuntimeListener {
  /** The runtime asks for work and there is none: it is free. */
  onIdle(): void;
  onAnswer(answer: InvocationAnswer): void;
  onInitError(answer: InvocationAnswer): void;
  /** Nobody waits for work any more, though there was none. */
  onHangUp(): void;
}

/** One environment's Lambda Runtime API. Who may be talking to it is not only the bootstrap. */
export class RuntimeApi {
  readonly #server = createServer((request, response) => this.#route(request, response));
  readonly #waiting = new Set<ServerResponse>();
  #invocation: Invocation | undefined;
  #isAnswered = true;
  #isInitialised = false;

  constructor(readonly listener: RuntimeListener) {
    // The bootstrap keeps one connection, idle for as long as a handler or a long poll takes.
    this.#server.keepAliveTimeout = 0;
    this.#server.requestTimeout = 0;
  }

  /** Where it listens, as `host:port`. */
  async listen(): Promise<string> {
    return `127.0.0.1:${await listenOnLoopback(this.#server)}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get isWaitedAt(): boolean {
    return this.#waiting.size > 0;
  }

  hand(invocation: Invocation): void {
    this.#invocation = invocation;
    this.#isAnswered = false;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const response of waiting) sendEvent(response, invocation);
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = `${request.method} ${request.url}`;
    const [, requestId, kind] = ANSWER_PATH.exec(request.url ?? "") ?? [];
    if (route === `GET ${PREFIX}/invocation/next`) this.#next(response);
    else if (route === `POST ${PREFIX}/init/error`) await this.#initError(request, response);
    else if (request.method === "POST" && requestId !== undefined)
      await this.#answer(request, response, requestId, kind === "error");
    else send(response, 404, { errorType: "NotFound", errorMessage: "404 page not found" });
  }

  #next(response: ServerResponse): void {
    this.#isInitialised = true;
    if (this.#invocation !== undefined && !this.#isAnswered) {
      sendEvent(response, this.#invocation);
      return;
    }
    this.#waiting.add(response);
    response.on("close", () => {
      if (this.#waiting.delete(response) && !this.isWaitedAt) this.listener.onHangUp();
    });
    this.listener.onIdle();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    isError: boolean,
  ): Promise<void> {
    const payload = await bodyOf(request);
    if (payload === "aborted") return;
    if (requestId !== this.#invocation?.requestId) {
      send(response, 400, { errorType: "InvalidRequestID", errorMessage: "Invalid request ID" });
    } else if (this.#isAnswered) {
      send(response, 403, notAllowed("an invocation is answered once"));
    } else {
      this.#isAnswered = true;
      if (payload === "too large") send(response, 413, TOO_LARGE);
      else send(response, 202, ACCEPTED);
      this.listener.onAnswer(payload === "too large" ? responseTooLarge() : { payload, isError });
    }
  }

  async #initError(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const payload = await bodyOf(request);
    if (payload === "aborted") return;
    if (this.#isInitialised) {
      send(response, 403, notAllowed("the runtime is initialised"));
      return;
    }
    send(response, 202, ACCEPTED);
    const answer = payload === "too large" ? responseTooLarge() : { payload, isError: true };
    this.listener.onInitError(answer);
  }
}

const ACCEPTED = { status: "OK" };
const TOO_LARGE = {
  errorType: "RequestEntityTooLarge",
  errorMessage: `Exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
};

function notAllowed(why: string): object {
  return {
    errorType: "InvalidStateTransition",
    errorMessage: `State transition is not allowed: ${why}`,
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | "too large" | "aborted"> {
  try {
    return (await readBody(request, MAX_RESPONSE_BYTES)) ?? "too large";
  } catch {
    // The sender was killed half-way: what it began to say was never said.
    return "aborted";
  }
}

function sendEvent(response: ServerResponse, { headers, event }: Invocation): void {
  response.writeHead(200, {
    ...headers,
    "content-type": "application/json",
    "content-length": event.length,
  });
  response.end(event);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
