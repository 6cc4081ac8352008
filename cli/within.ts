/** A server that is there has answered by then. */
export const ANSWER_MS = 20_000;

/** Aborts with the command, or once it has taken so long. */
export function within(ms: number, signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ms)]);
}
