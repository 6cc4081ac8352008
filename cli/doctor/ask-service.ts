import { createHash } from "node:crypto";
import { CommandEnd } from "../command-end.js";
import { within } from "../within.js";

/** What the service, or somebody in its place, has answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** Nothing came back, or not all of it; the message says why. */
export class NoAnswer extends CommandEnd {
  /** Shows more of it. */
  readonly command: string;

  constructor(url: URL, cause: unknown) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const said = reason instanceof Error ? reason.message : String(reason);
    super("failed", `${url} does not answer (${said}).`, { cause });
    this.command = `curl --verbose --output /dev/null ${url}`;
  }
}

/** A cold start and a run take a while. */
const RUN_MS = 120_000;

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** @throws NoAnswer */
export async function askService(
  { service, signal }: { readonly service: URL; readonly signal: AbortSignal },
  path: string,
  question: Question = {},
): Promise<Answer> {
  const response = await sendQuestion({ service, signal }, path, question);
  const text = await response.text().catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new NoAnswer(new URL(path, service), error);
  });
  return { status: response.status, headers: response.headers, text, body: objectIn(text) };
}

/** The same, with the body still to be read. */
export async function sendQuestion(
  { service, signal }: { readonly service: URL; readonly signal: AbortSignal },
  path: string,
  { method, headers, token, body }: Question = {},
): Promise<Response> {
  const url = new URL(path, service);
  const text = body === undefined ? null : JSON.stringify(body);
  try {
    return await fetch(url, {
      method: method ?? (text === null ? "GET" : "POST"),
      headers: {
        ...(text !== null && {
          "Content-Type": "application/json",
          // Where CloudFront signs what it passes on, it does not read bodies.
          "X-Amz-Content-Sha256": createHash("sha256").update(text).digest("hex"),
        }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: text,
      redirect: "manual",
      signal: within(RUN_MS, signal),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new NoAnswer(url, error);
  }
}

function objectIn(text: string): Answer["body"] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Answer["body"]) : undefined;
  } catch {
    return undefined;
  }
}

/** Status and code, for sentences. */
export function told({ status, body }: Answer): string {
  const { code, error } = body ?? {};
  return typeof code === "string" ? `${status} ${code} (${String(error)})` : String(status);
}
