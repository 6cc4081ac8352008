import { randomUUID } from "node:crypto";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createDocumentClient, createLambdaClient } from "./adapters/aws-clients.js";
import { awsDeps } from "./aws-deps.js";
import { loadConfig } from "./config.js";
import { createApp } from "./http/app.js";
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

const handleEvent = handle(app);

/** The function's entry: an event in, a response as a function URL takes it out. */
export const handler = async (event: LambdaEvent, context?: LambdaContext) => {
  const fault = findEventFault(event);
  if (fault === undefined) return handleEvent(withoutUselessBody(event), context);
  const requestId = context?.awsRequestId ?? randomUUID();
  log("event.refused", { requestId, fault, members: membersOf(event) });
  return refuseEvent(fault, requestId);
};

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
