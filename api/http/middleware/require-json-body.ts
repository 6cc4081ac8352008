import type { Context, MiddlewareHandler } from "hono";
import { VisibleError } from "../../domain/errors.js";
import {
  hasTooLongInteger,
  isTooDeep,
  MAX_JSON_DEPTH,
  TOO_LONG_INTEGER,
} from "../../domain/json.js";
import type { AppEnv } from "../deps.js";

/** Request bodies beyond this are refused. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Lets through only JSON of a size and depth that the rest can take, as text that is read once.
 */
export const requireJsonBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  requireJsonType(c);
  const text = decode(await readBody(c.req.raw).catch(rethrowCutOff));
  if (isTooDeep(text)) {
    const sentence = `Invalid input: body: nested deeper than ${MAX_JSON_DEPTH} levels`;
    throw new VisibleError("InvalidInput", sentence);
  }
  if (hasTooLongInteger(text)) {
    throw new VisibleError("InvalidInput", `Invalid input: body: ${TOO_LONG_INTEGER}`);
  }
  const { url, method, headers } = c.req.raw;
  c.req.raw = new Request(url, { method, headers: jsonHeaders(headers), body: text });
  await next();
};

/** Everything that was sent, but every JSON type by the one name that the body's validator knows. */
function jsonHeaders(sent: Headers): Headers {
  const headers = new Headers(sent);
  headers.set("Content-Type", "application/json");
  return headers;
}

function requireJsonType(c: Context<AppEnv>): void {
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    const sentence = "The body must be JSON: send Content-Type: application/json.";
    throw new VisibleError("UnsupportedMediaType", sentence);
  }
  const encoding = c.req.header("Content-Encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    throw new VisibleError("UnsupportedMediaType", "Send the body without a Content-Encoding.");
  }
}

/** Reads to the end even what is too much: a client that is still sending would miss the answer. */
async function readBody(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > MAX_BODY_BYTES) {
    const sentence = `The body has ${size} bytes; at most ${MAX_BODY_BYTES} are taken.`;
    throw new VisibleError("PayloadTooLarge", sentence);
  }
  return Buffer.concat(chunks);
}

/** A client that goes away while it sends is no fault of ours. */
function rethrowCutOff(cause: unknown): never {
  if (cause instanceof VisibleError) throw cause;
  throw new VisibleError("InvalidInput", "Invalid input: body: ended too early", { cause });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new VisibleError("InvalidInput", "Invalid input: body: is not UTF-8", { cause });
  }
}
