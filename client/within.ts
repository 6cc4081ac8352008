import { GraderError } from "./grader-error.js";

/** The longest that a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Does some work, and gives it up after a time or when the caller does. Rejects with a Timeout then, or
 * with the reason of the caller's signal, even when the work does not heed its own.
 */
export async function within<Result>(
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  callerSignal?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const onCallerAbort = () => controller.abort(callerSignal?.reason);
  const onTimeout = () => {
    const sentence = `The service did not answer within ${timeoutMs} ms.`;
    controller.abort(new GraderError(sentence, { code: "Timeout", status: 0 }));
  };
  const timer = setTimeout(onTimeout, Math.min(timeoutMs, MAX_TIMER_MS));
  callerSignal?.addEventListener("abort", onCallerAbort);
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  try {
    return await Promise.race([work(signal), givenUp]);
  } finally {
    clearTimeout(timer);
    callerSignal?.removeEventListener("abort", onCallerAbort);
  }
}
