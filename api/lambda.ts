import { randomUUID } from "node:crypto";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { createDocumentClient, createLambdaClient } from "./adapters/aws-clients.js";
import { awsDeps } from "./aws-deps.js";
import { loadConfig } from "./config.js";
import { createApp } from "./http/app.js";

const config = loadConfig(process.env);
const clients = {
  documents: createDocumentClient(),
  lambda: createLambdaClient(config.executorTimeoutMs),
};

const app = createApp({
  ...awsDeps(config, clients),
  clock: { now: Date.now, timeout: AbortSignal.timeout },
  ids: { next: randomUUID },
  // Past `console`, whose JSON format would wrap the line as a text that no metric filter reads.
  log: (event, fields) => void process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`),
  batchLimits: {
    casesPerInvocation: config.casesPerInvocation,
    concurrentInvocations: config.concurrentInvocations,
    payloadBytes: config.payloadBytes,
  },
  allowedOrigins: config.allowedOrigins,
  originProtection: config.originProtection,
  // Lambda says with every request how much time it has.
  requestTimeoutMs: 0,
});

const handleEvent = handle(app);

/** The function's entry: a function URL event in, its response out. */
export const handler: typeof handleEvent = (event, context) =>
  handleEvent(withoutUselessBody(event), context);

/** What is sent along with a GET means nothing, and a Fetch request cannot have it. */
function withoutUselessBody<Event extends LambdaEvent>(event: Event): Event {
  const { requestContext } = event;
  const method = "http" in requestContext ? requestContext.http.method : "";
  return method === "GET" || method === "HEAD" ? { ...event, body: null } : event;
}
