import { randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createDocumentClient, createLambdaClient } from "./adapters/aws-clients.js";
import { awsDeps } from "./aws-deps.js";
import { loadConfig } from "./config.js";
import { createApp } from "./http/app.js";
import type { AppEnv } from "./http/deps.js";
import { isLive } from "./http/grade/accepts-live.js";
import { findEventFault, refuseEvent } from "./http/refuse-event.js";
import { logLine } from "./log-line.js";
import type { Log } from "./ports.js";

const config = loadConfig(process.env);
const clients = {
  documents: createDocumentClient(),
  lambda: createLambdaClient(config.executorTimeoutMs),
};

// Past `console`, whose JSON format would wrap the line as a text that no metric filter reads.
const log: Log = (event, fields) =>
  void process.stdout.write(`${logLine(Date.now(), event, fields)}\n`);

const app = createApp({
  ...awsDeps(config, clients),
  clock: { now: Date.now, timeout: AbortSignal.timeout },
  ids: { next: randomUUID },
  log,
  batchLimits: {
    concurrentInvocations: config.concurrentInvocations,
    payloadBytes: config.payloadBytes,
  },
  submissionsVisibleTo: config.submissionsVisibleTo,
  allowedOrigins: config.allowedOrigins,
  originProtection: config.originProtection,
  // Lambda says with every request how much time it has.
  requestTimeoutMs: 0,
});

/** What Lambda's runtime puts there for functions that stream. */
declare const awslambda: {
  streamifyResponse<Handler>(handler: Handler): Handler;
  readonly HttpResponseStream: {
    from(stream: NodeJS.WritableStream, head: Omit<Answer, "body">): NodeJS.WritableStream;
  };
};

/** The function's entry: answers an event of its URL, whose invoke mode is RESPONSE_STREAM. */
export const handler = awslambda.streamifyResponse(
  async (event: LambdaEvent, stream: NodeJS.WritableStream, context?: LambdaContext) => {
    const unfinished: Promise<unknown>[] = [];
    const signal = timeToRead(context);
    const { body, ...head } = await answer(event, context, (work) => void unfinished.push(work));
    try {
      await pipeline(body, awslambda.HttpResponseStream.from(stream, head), { signal });
    } catch (error) {
      // Whoever asked has gone, or reads too slowly; what they asked for goes on.
      log("answer.unread", { requestId: context?.awsRequestId, reason: String(error) });
    }
    // Lambda freezes the function with its last promise.
    await Promise.all(unfinished);
  },
);

/** Kept back, so that the function ends by itself and its environment serves the next event. */
const LEAVING_MS = 250;

/** Aborts when an answer must be left to whoever has not taken it by then. */
function timeToRead(context: LambdaContext | undefined): AbortSignal | undefined {
  const remainingMs = context?.getRemainingTimeInMillis();
  return remainingMs === undefined
    ? undefined
    : AbortSignal.timeout(Math.max(0, remainingMs - LEAVING_MS));
}

type Headers = Readonly<Record<string, string | string[]>>;

/** An answer as the URL takes it: what comes before its first byte, and its bytes. */
interface Answer {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly cookies: readonly string[];
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

async function answer(
  event: LambdaEvent,
  context: LambdaContext | undefined,
  waitUntil: (work: Promise<unknown>) => void,
): Promise<Answer> {
  const fault = findEventFault(event);
  if (fault !== undefined) {
    const requestId = context?.awsRequestId ?? randomUUID();
    log("event.refused", { requestId, fault, members: membersOf(event) });
    return toAnswer(refuseEvent(fault, requestId));
  }
  const live: { body?: ReadableStream<Uint8Array> } = {};
  const fetch = async (request: Request, env: AppEnv["Bindings"]) => {
    const response = await app.fetch(request, { ...env, waitUntil });
    if (!isLive(response) || response.body === null) return response;
    // Hono would gather it first.
    live.body = response.body;
    return new Response(null, response);
  };
  const result = await handle({ fetch } as typeof app)(withoutUselessBody(event), context);
  return { ...toAnswer(result), ...live };
}

function toAnswer({
  statusCode,
  headers = {},
  cookies = [],
  body,
  isBase64Encoded,
}: Result): Answer {
  // Even an empty one is written, since the head goes with the first write.
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  return { statusCode, headers, cookies, body: [bytes] };
}

/** The same as a URL without streaming takes it. */
interface Result {
  readonly statusCode: number;
  readonly headers?: Headers | undefined;
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** The first names in an event, which may be anything: enough to recognise its kind. */
function membersOf(event: unknown): string[] {
  return typeof event === "object" && event !== null ? Object.keys(event).slice(0, 20) : [];
}

/** What is sent along with a GET means nothing, and a Fetch request cannot have it. */
function withoutUselessBody<Event extends LambdaEvent>(event: Event): Event {
  const { requestContext } = event;
  const method = "http" in requestContext ? requestContext.http.method : "";
  return method === "GET" || method === "HEAD" ? { ...event, body: null } : event;
}
