import { type AgentOptions, type ClientRequest, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Errors of requests whose connection broke before a byte of their answer. */
const unanswered = new WeakSet<Error>();

/**
 * What a connection that is gone says: a reset, a write into it, or (also ECONNRESET) "socket hang up".
 * The handler's own time-outs have other codes: then the other side may still be at work.
 */
const BROKEN = new Set(["ECONNRESET", "EPIPE"]);

/**
 * Agents of a request handler that make `brokeUnanswered` tell. A code alone would not: the handler
 * passes on whatever Node says, and that is ECONNRESET before an answer, in its head and in its body.
 */
export function tellingAgents(options: AgentOptions) {
  return {
    httpAgent: watched(new HttpAgent({ keepAlive: true, ...options })),
    httpsAgent: watched(new HttpsAgent({ keepAlive: true, ...options })),
  };
}

/** Whether a connection of a telling agent broke before any byte of an answer had come. */
export function brokeUnanswered(error: unknown): boolean {
  return error instanceof Error && unanswered.has(error);
}

/** What Node calls for every request, with or without a free socket. */
interface RequestTaker {
  addRequest(request: ClientRequest, ...rest: unknown[]): void;
}

function watched<Agent extends HttpAgent>(agent: Agent): Agent {
  const taker = agent as Agent & RequestTaker;
  const addRequest = taker.addRequest.bind(agent);
  taker.addRequest = (request, ...rest) => {
    request.once("socket", (socket) => {
      // Of the answers before, if the connection was kept alive.
      const bytesBefore = socket.bytesRead;
      request.once("error", (error: NodeJS.ErrnoException) => {
        if (!BROKEN.has(error.code ?? "") || socket.bytesRead > bytesBefore) return;
        unanswered.add(error);
        // When one connection died while the function was frozen, the others did too.
        for (const free of Object.values(agent.freeSockets).flat()) free?.destroy();
      });
    });
    addRequest(request, ...rest);
  };
  return agent;
}
