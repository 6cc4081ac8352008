import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import pRetry from "p-retry";
import { VisibleError } from "../domain/errors.js";
import type { Retry } from "../ports.js";

export interface BackOffRetrySettings {
  /** Ends it with its reason. */
  readonly signal: AbortSignal;
  /** Told why before each pause. */
  readonly onPause: (error: Error) => void;
}

/** Pauses of about 1, 2, 4 … 30 s, for five minutes. */
const BACK_OFF = {
  retries: Number.POSITIVE_INFINITY,
  minTimeout: 1000,
  maxTimeout: 30_000,
  maxRetryTime: 300_000,
  factor: 2,
  randomize: true,
};

/** For whoever works for hours beside those who must not wait. */
export function backOffRetry({ signal, onPause }: BackOffRetrySettings): Retry {
  return (attempt) =>
    pRetry(attempt, {
      ...BACK_OFF,
      signal,
      shouldRetry: ({ error }) => {
        const willPass = !signal.aborted && passes(error);
        if (willPass) onPause(error);
        return willPass;
      },
    });
}

type SdkError = Parameters<typeof isThrottlingError>[0];

/** Whether it is of a kind that is over in a while; a refusal of credentials, say, is not. */
function passes(error: Error): boolean {
  if (error instanceof VisibleError) {
    if (error.code === "ExecutorBusy") return true;
    return error.cause instanceof Error && passes(error.cause);
  }
  const sdkError = error as SdkError;
  return (
    ENDED_IN_TIME.has(error.name) ||
    isThrottlingError(sdkError) ||
    isTransientError(sdkError) ||
    isServerError(sdkError)
  );
}

/** What a call says that was given up after its time. */
const ENDED_IN_TIME = new Set(["TimeoutError", "AbortError"]);
