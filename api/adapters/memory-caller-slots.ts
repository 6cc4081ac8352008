import { VisibleError } from "../domain/errors.js";
import type { CallerSlots, CallerWork } from "../ports.js";

/** How much of each kind of work a caller may have under way at once. */
export type CallerLimits = Readonly<Record<CallerWork, number>>;

/**
 * Slots that are counted in this process, so that they cost no call to a table. What other processes
 * do for the same caller is not seen.
 */
export function memoryCallerSlots(limits: CallerLimits): CallerSlots {
  const taken = new Map<string, number>();
  return {
    take(userId, work) {
      const key = `${work} ${userId}`;
      const count = taken.get(key) ?? 0;
      const limit = limits[work];
      if (count >= limit) throw new VisibleError("TooManyRequests", SENTENCES[work](limit));
      taken.set(key, count + 1);
      return { [Symbol.dispose]: () => release(taken, key) };
    },
  };
}

/** Forgets a caller of whom nothing is left. */
function release(taken: Map<string, number>, key: string): void {
  const count = (taken.get(key) ?? 0) - 1;
  if (count > 0) taken.set(key, count);
  else taken.delete(key);
}

const SENTENCES: Readonly<Record<CallerWork, (limit: number) => string>> = {
  submission: (limit) =>
    `You may have ${limit} submissions graded at once; try again when one has its verdict.`,
  customRun: (limit) =>
    `You may have ${limit} runs of custom tests at once; try again when one has ended.`,
};
