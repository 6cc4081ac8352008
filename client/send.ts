import type { GraderClientOptions } from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import type { Answer } from "./read-answer.js";

/** What a client was made with, of whichever kind it is. */
export interface ClientSettings extends Omit<GraderClientOptions, "exactValues"> {
  readonly exactValues?: boolean;
}

/** A request of the service, all but the token that goes with it. */
export interface ServiceRequest {
  readonly method: "GET" | "POST";
  /** With the query. */
  readonly path: string;
  /** JSON. */
  readonly body?: string;
  /** What kinds of answers are asked for, where that matters. */
  readonly accept?: string;
}

/** Sends a request once, and waits until its answer has begun. */
export async function send(
  { method, path, body = "", accept }: ServiceRequest,
  { baseUrl, getIdToken, signsBody = false, fetch: fetchAnswer = fetch }: ClientSettings,
  signal: AbortSignal,
): Promise<Response> {
  const headers = withToken(await getIdToken());
  if (body !== "") headers.set("Content-Type", "application/json");
  if (accept !== undefined) headers.set("Accept", accept);
  // CloudFront needs it to sign the request.
  if (method === "POST" && signsBody) headers.set("x-amz-content-sha256", await sha256Hex(body));
  const url = `${baseUrl.replace(/\/$/, "")}${path}`;
  return fetchAnswer(url, { method, headers, body: body || null, signal }).catch(unreached);
}

/** Waits until the answer has come whole. */
export async function receive(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, text: await response.text().catch(lost) };
}

function unreached(cause: unknown): never {
  const sentence = "The service could not be reached; check the connection and try again.";
  throw new GraderError(sentence, { code: "NetworkError", status: 0, cause });
}

function lost(cause: unknown): never {
  const sentence = "The connection was lost before the answer had ended; try again.";
  throw new GraderError(sentence, { code: "NetworkError", status: 0, cause });
}

function withToken(idToken: string): Headers {
  // In JavaScript a session that has ended may give anything, of which "Bearer undefined" would be made.
  if (typeof idToken !== "string" || idToken === "") {
    const sentence = "getIdToken gave no token; sign in again.";
    throw new GraderError(sentence, { code: "Unauthorized", status: 0 });
  }
  try {
    return new Headers({ Authorization: `Bearer ${idToken}` });
  } catch (cause) {
    const sentence = "getIdToken gave something that no header can hold.";
    throw new GraderError(sentence, { code: "InvalidInput", status: 0, cause });
  }
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
