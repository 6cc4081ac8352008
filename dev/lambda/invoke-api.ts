import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { functionArn } from "./function-identity.js";
import type { InvocationAnswer } from "./invocation-answer.js";
import { InvokeError } from "./invoke-error.js";
import { MAX_REQUEST_BYTES } from "./payload-limits.js";
import { readBody } from "./read-body.js";
import { requireTenantId } from "./tenant-id.js";

const INVOKE_PATH = /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?|$)/;
// A plain name, a partial ARN or a whole one.
const NAME = /^(?:(?:arn:[^:]+:lambda:[^:]+:)?\d{12}:function:)?([\w.-]+)(?::\$LATEST)?$/;

export interface InvokeApiOptions {
  functionName: string;
  tenantIsolation: boolean;
  invoke: (tenantId: string | undefined, event: Buffer) => Promise<InvocationAnswer>;
}

/** A server, not listening yet, of Lambda's Invoke operation (RequestResponse only). */
export function createInvokeApi(options: InvokeApiOptions): Server {
  const server = createServer(async (request, response) => {
    response.setHeader("x-amzn-requestid", randomUUID());
    response.setHeader("content-type", "application/json");
    const send = await answer(request, options).then(sendAnswer, sendError);
    // A server that is closing waits until its connections are gone.
    response.shouldKeepAlive = server.listening;
    send(response);
  });
  // An SDK keeps its connections; one that is closed on it between two calls fails the second.
  server.keepAliveTimeout = 0;
  return server;
}

async function answer(
  request: IncomingMessage,
  options: InvokeApiOptions,
): Promise<InvocationAnswer> {
  const payload = await readBody(request, MAX_REQUEST_BYTES);
  requireFunction(request, options.functionName);
  requireSynchronous(request);
  if (payload === undefined) {
    const message = `Request must be smaller than ${MAX_REQUEST_BYTES} bytes for the InvokeFunction operation`;
    throw new InvokeError("RequestTooLargeException", message);
  }
  const header = request.headers["x-amz-tenant-id"]?.toString();
  const tenantId = requireTenantId(header, options.tenantIsolation);
  return options.invoke(tenantId, requireJson(payload));
}

function requireFunction(request: IncomingMessage, functionName: string): void {
  const segment = INVOKE_PATH.exec(request.method === "POST" ? (request.url ?? "") : "")?.[1];
  if (segment === undefined) {
    throw new InvokeError("ResourceNotFoundException", `No such operation here: ${request.url}`);
  }
  const name = NAME.exec(decodeURIComponent(segment))?.[1];
  if (name !== functionName) {
    const arn = functionArn(name ?? segment);
    throw new InvokeError("ResourceNotFoundException", `Function not found: ${arn}`);
  }
}

function requireSynchronous(request: IncomingMessage): void {
  const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
  if (type !== "RequestResponse") {
    const message = `Only InvocationType RequestResponse is available here, not ${type}.`;
    throw new InvokeError("InvalidParameterValueException", message);
  }
}

/** The payload untouched, since parsing and printing it again would change its numbers. */
function requireJson(payload: Buffer): Buffer {
  if (payload.length === 0) return Buffer.from("{}");
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    return payload;
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as Error).message}`;
    throw new InvokeError("InvalidRequestContentException", message);
  }
}

type Send = (response: ServerResponse) => void;

function sendAnswer({ payload, isError }: InvocationAnswer): Send {
  return (response) => {
    response.setHeader("x-amz-executed-version", "$LATEST");
    if (isError) response.setHeader("x-amz-function-error", "Unhandled");
    response.end(payload);
  };
}

function sendError(thrown: unknown): Send {
  const error =
    thrown instanceof InvokeError ? thrown : new InvokeError("ServiceException", String(thrown));
  const { type, status, reason, message } = error;
  const blame = status < 500 ? "User" : "Service";
  return (response) => {
    // The SDK takes the type from the header alone, and its models write the text either way.
    response.setHeader("x-amzn-errortype", type);
    response.statusCode = status;
    response.end(JSON.stringify({ Type: blame, Reason: reason, message, Message: message }));
  };
}
