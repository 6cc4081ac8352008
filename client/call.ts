import type { CallOptions, GraderClientOptions } from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import { readAnswer } from "./read-answer.js";
import { retryDelayMs } from "./retry-delay.js";
import { within } from "./within.js";

/** What every request is sent with. */
interface SentWith {
  readonly headers: { Authorization: string };
  readonly init: { signal: AbortSignal };
}

/** Sends the request once. */
export type Ask = (
  options: SentWith,
) => Promise<Pick<Response, "status" | "headers"> & { text(): Promise<string> }>;

const TIMEOUT_MS = 120_000;

/** Asks until there is an answer for good, and resolves to what it says. */
export async function call<Body>(
  method: "GET" | "POST",
  ask: Ask,
  client: GraderClientOptions,
  { signal, timeoutMs = client.timeoutMs ?? TIMEOUT_MS }: CallOptions = {},
): Promise<Body> {
  const startedAt = performance.now();
  for (let retries = 0; ; retries += 1) {
    try {
      return await within(timeoutMs, signal, (given) => attempt<Body>(ask, client, given));
    } catch (error) {
      if (!(error instanceof GraderError)) throw error;
      const delayMs = retryDelayMs(method, error, retries);
      const elapsedMs = performance.now() - startedAt;
      if (delayMs === undefined || elapsedMs + delayMs > timeoutMs) throw error;
      await within(timeoutMs, signal, (given) => pause(delayMs, given));
    }
  }
}

async function attempt<Body>(
  ask: Ask,
  { getIdToken, parseJson = JSON.parse }: GraderClientOptions,
  signal: AbortSignal,
): Promise<Body> {
  const headers = { Authorization: `Bearer ${await getIdToken()}` };
  const answer = await fetchWhole(() => ask({ headers, init: { signal } }));
  return readAnswer<Body>(answer, parseJson);
}

async function fetchWhole(ask: () => ReturnType<Ask>) {
  try {
    const response = await ask();
    const { status, headers } = response;
    return { status, headers, text: await response.text() };
  } catch (cause) {
    const sentence = "The service could not be reached.";
    throw new GraderError(sentence, { code: "NetworkError", status: 0, cause });
  }
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
