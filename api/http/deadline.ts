import type { Context } from "hono";
import type { AppDeps, AppEnv } from "./deps.js";

/** Kept back from the time a request may take, for the last call to DynamoDB and the answer. */
const RESERVED_MS = 3000;

/** Aborts when the request's work must be given up for there to be an answer at all. */
export function deadline(
  c: Context<AppEnv>,
  { clock, requestTimeoutMs }: Pick<AppDeps, "clock" | "requestTimeoutMs">,
): AbortSignal {
  const remainingMs = c.env?.lambdaContext?.getRemainingTimeInMillis() ?? requestTimeoutMs;
  return clock.timeout(Math.max(0, remainingMs - RESERVED_MS));
}
