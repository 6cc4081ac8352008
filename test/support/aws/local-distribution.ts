import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type Listener, listen } from "../../../dev/http/listen.js";
import type { DeployedStack } from "../../infra/support/deployed-stack.js";
import { type EdgeAnswer, runAtEdge, toEdgeHeaders } from "../../infra/support/edge-function.js";
import type { Inputs } from "../../infra/support/recording-monitor.js";

/** What an origin answers, or a function at the edge in its place. */
export interface EdgeResponse {
  readonly status: number;
  readonly headers: Headers;
  /** A stream is passed on as it comes. */
  readonly body: string | ReadableStream;
}

/** What an origin is asked: the request as CloudFront passes it on. */
export interface OriginRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DistributionOptions {
  readonly stack: DeployedStack;
  /** The function behind its URL. */
  readonly callApi: (request: OriginRequest) => Promise<EdgeResponse>;
  /** What is elsewhere on AWS, and where it is here: in texts, and in headers' values. */
  readonly substitutions: () => readonly (readonly [string, string])[];
}

/** What CloudFront leaves as it is. */
const SMALL_BYTES = 1000;

/**
 * CloudFront with what the stack declares of it, on this machine: behaviors in their order, code at the edge,
 * the bucket as its policy has it read, headers and compression. It keeps nothing.
 */
export function startDistribution(options: DistributionOptions): Promise<Listener> {
  const { stack, callApi, substitutions } = options;
  const distribution = stack.the("cloudfront/distribution").inputs;

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const behavior = behaviorFor(distribution, url.pathname);
    const found = await respond(request, url, behavior);
    const headers = new Headers(found.headers);
    for (const [name, value] of securityHeaders(stack, behavior)) headers.set(name, value);
    let { body } = found;
    for (const [there, here] of substitutions()) {
      for (const [name, value] of headers) headers.set(name, value.replaceAll(there, here));
      if (typeof body === "string") body = body.replaceAll(there, here);
    }
    const bytes = behavior.compress ? compressed(body, request, headers) : body;
    const isEmpty = [204, 302].includes(found.status) || request.method === "HEAD";
    return new Response(isEmpty ? null : bytes, { status: found.status, headers });
  }

  async function respond(request: Request, url: URL, behavior: Inputs): Promise<EdgeResponse> {
    const { method } = request;
    if (!behavior.allowedMethods.includes(method)) {
      return { status: 403, headers: new Headers(), body: "The method is not allowed." };
    }
    const headers = Object.fromEntries(request.headers);
    const asked = { method, uri: url.pathname, headers: toEdgeHeaders(headers) };
    const passed = runAtEdge(codeOf(stack, behavior) ?? PASS_ON, asked);
    if ("statusCode" in passed) return answeredAtEdge(passed);
    const origin = distribution.origins.find(
      ({ originId }: Inputs) => originId === behavior.targetOriginId,
    );
    if (origin.customOriginConfig === undefined) {
      return readBucket(
        stack,
        passed.uri === "/" ? `/${distribution.defaultRootObject}` : passed.uri,
      );
    }
    const { host: _, ...viewers } = headers;
    const added = (origin.customHeaders ?? []).map(({ name, value }: Inputs) => [
      name.toLowerCase(),
      value,
    ]);
    return callApi({
      method,
      path: passed.uri,
      query: url.search.slice(1),
      headers: { ...viewers, ...Object.fromEntries(added) },
      body: await request.text(),
    });
  }

  return listen(answer, 0);
}

const PASS_ON = "function handler(event) { return event.request; }";

/** The first whose pattern fits, else the default. */
function behaviorFor(distribution: Inputs, path: string): Inputs {
  const ordered: readonly Inputs[] = distribution.orderedCacheBehaviors ?? [];
  return (
    ordered.find(({ pathPattern }) => toRegExp(pathPattern).test(path)) ??
    distribution.defaultCacheBehavior
  );
}

function toRegExp(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.\\+^$()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*").replaceAll("?", ".")}$`);
}

function codeOf(stack: DeployedStack, { functionAssociations = [] }: Inputs): string | undefined {
  const [association, ...others] = functionAssociations;
  if (others.length > 0) throw new Error("A behavior takes one function for each event.");
  if (association === undefined) return undefined;
  if (association.eventType !== "viewer-request") throw new Error("Nobody runs this here yet.");
  const found = stack
    .all("cloudfront/function")
    .find(({ state }) => state.arn === association.functionArn);
  return found?.inputs.code;
}

function answeredAtEdge({ statusCode, headers, body }: EdgeAnswer): EdgeResponse {
  const pairs = Object.entries(headers).map(([name, { value }]) => [name, value] as const);
  return {
    status: statusCode,
    headers: new Headers(pairs.map(([...pair]) => pair)),
    body: body?.data ?? "",
  };
}

/** Whoever may not list a bucket is not told what it lacks. */
async function readBucket(stack: DeployedStack, path: string): Promise<EdgeResponse> {
  const key = decodeURIComponent(path.slice(1));
  const object = stack.all("s3/bucketObjectv2").find(({ inputs }) => inputs.key === key)?.inputs;
  if (object === undefined) {
    const { policy } = stack.the("s3/bucketPolicy").inputs;
    const mayList = policy.includes('"s3:ListBucket"');
    const [status, code] = mayList ? [404, "NoSuchKey"] : [403, "AccessDenied"];
    const headers = new Headers({ "Content-Type": "application/xml" });
    return { status, headers, body: `<Error><Code>${code}</Code></Error>` };
  }
  const headers = new Headers({
    "Content-Type": object.contentType,
    "Cache-Control": object.cacheControl,
  });
  const body = object.content ?? (await readFile(object.source.path, "utf8"));
  return { status: 200, headers, body };
}

function securityHeaders(
  stack: DeployedStack,
  { responseHeadersPolicyId }: Inputs,
): (readonly [string, string])[] {
  const policy = stack
    .all("cloudfront/responseHeadersPolicy")
    .find(({ name }) => `id-of-${name}` === responseHeadersPolicyId);
  const config = policy?.inputs.securityHeadersConfig;
  return [
    ["Content-Security-Policy", config.contentSecurityPolicy.contentSecurityPolicy],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", config.frameOptions.frameOption],
    ["Referrer-Policy", config.referrerPolicy.referrerPolicy],
    [
      "Strict-Transport-Security",
      `max-age=${config.strictTransportSecurity.accessControlMaxAgeSec}; includeSubDomains`,
    ],
  ];
}

/** As a browser likes it; what is small stays as it is. */
function compressed(body: EdgeResponse["body"], request: Request, headers: Headers) {
  if (typeof body !== "string") throw new Error("Who compresses a live answer holds it back.");
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  if (body.length < SMALL_BYTES) return body;
  const encoding = ["br", "gzip"].find((name) => accepted.includes(name));
  if (encoding === undefined) return body;
  headers.set("Content-Encoding", encoding);
  headers.set("Vary", "Accept-Encoding");
  return new Uint8Array(encoding === "br" ? brotliCompressSync(body) : gzipSync(body));
}
