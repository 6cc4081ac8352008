import type { GraderError } from "./grader-error.js";

const MAX_RETRIES = 3;
const FIRST_DELAY_MS = 300;

/**
 * How long to wait before the request is sent once more; undefined when it must not be. Reading can be
 * repeated when the service is away; grading only where the service says that nothing was stored.
 *
 * @param retries how many there were
 */
export function retryDelayMs(
  method: "GET" | "POST",
  { code, status, retryAfterSeconds }: GraderError,
  retries: number,
): number | undefined {
  const isSafe =
    method === "GET"
      ? status === 503 || code === "NetworkError"
      : status === 503 && code === "ExecutorBusy";
  if (!isSafe || retries >= MAX_RETRIES) return undefined;
  const leastMs =
    retryAfterSeconds === undefined ? FIRST_DELAY_MS * 2 ** retries : retryAfterSeconds * 1000;
  // Clients that were refused at the same moment should not all return at the same moment.
  return leastMs * (1 + Math.random() / 2);
}
