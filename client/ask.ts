import { Deadline } from "./deadline.js";
import type { CallOptions } from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import { retryDelayMs } from "./retry-delay.js";
import { type ClientSettings, type ServiceRequest, send } from "./send.js";

const TIMEOUT_MS = 120_000;

/** What is read of a response, as it comes. */
export type Reader<Part> = (response: Response, deadline: Deadline) => AsyncGenerator<Part, void>;

/** Asks until there is an answer for good, and yields what is read of it. Nothing is repeated after that has begun. */
export async function* ask<Part>(
  request: ServiceRequest,
  client: ClientSettings,
  { signal, timeoutMs = client.timeoutMs ?? TIMEOUT_MS }: CallOptions = {},
  read: Reader<Part>,
): AsyncGenerator<Part, void> {
  const startedAt = performance.now();
  for (let retries = 0; ; retries += 1) {
    const deadline = new Deadline(timeoutMs, signal);
    let hasBegun = false;
    let delayMs: number | undefined;
    try {
      const response = await deadline.for(send(request, client, deadline.signal));
      for await (const part of read(response, deadline)) {
        hasBegun = true;
        yield part;
      }
      return;
    } catch (error) {
      if (hasBegun || !(error instanceof GraderError)) throw error;
      delayMs = retryDelayMs(request.method, error, retries);
      const elapsedMs = performance.now() - startedAt;
      if (delayMs === undefined || elapsedMs + delayMs > timeoutMs) throw error;
    } finally {
      deadline.end();
    }
    await pause(delayMs, timeoutMs, signal);
  }
}

async function pause(ms: number, timeoutMs: number, signal: AbortSignal | undefined) {
  const deadline = new Deadline(timeoutMs, signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await deadline.for(passed);
  } finally {
    clearTimeout(timer);
    deadline.end();
  }
}
