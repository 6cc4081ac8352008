import { setTimeout as delay } from "node:timers/promises";

/**
 * Turns at even distances, so many a second at most.
 *
 * @throws AbortError from a turn that the signal ends
 */
export function pace(perSecond: number, signal: AbortSignal): () => Promise<void> {
  let next = performance.now();
  return async () => {
    const now = performance.now();
    const at = Math.max(now, next);
    next = at + 1000 / perSecond;
    await delay(at - now, undefined, { signal });
  };
}
