import type { CallOptions } from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import { parseExactly } from "./parse-exactly.js";
import { readAnswer } from "./read-answer.js";
import { retryDelayMs } from "./retry-delay.js";
import { type ClientSettings, type ServiceRequest, send } from "./send.js";
import { within } from "./within.js";

const TIMEOUT_MS = 120_000;

/** Asks until there is an answer for good, and resolves to what it says. */
export async function call<Body>(
  request: ServiceRequest,
  client: ClientSettings,
  { signal, timeoutMs = client.timeoutMs ?? TIMEOUT_MS }: CallOptions = {},
): Promise<Body> {
  const startedAt = performance.now();
  for (let retries = 0; ; retries += 1) {
    try {
      return await within(timeoutMs, signal, async (given) => {
        const answer = await send(request, client, given);
        return readAnswer<Body>(answer, client.exactValues ? parseExactly : JSON.parse);
      });
    } catch (error) {
      if (!(error instanceof GraderError)) throw error;
      const delayMs = retryDelayMs(request.method, error, retries);
      const elapsedMs = performance.now() - startedAt;
      if (delayMs === undefined || elapsedMs + delayMs > timeoutMs) throw error;
      await within(timeoutMs, signal, (given) => pause(delayMs, given));
    }
  }
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
