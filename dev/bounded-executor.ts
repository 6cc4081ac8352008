import { addAbortListener } from "node:events";
import pLimit from "p-limit";
import { VisibleError } from "../api/domain/errors.js";
import type { Executor } from "../api/ports.js";

export interface ExecutorBounds {
  readonly runsAtOnce: number;
  /** With so many runs waiting, no further submission is let in. */
  readonly mostWaiting: number;
  /** How long a submission waits for its first run to begin. */
  readonly patienceMs: number;
}

/**
 * An executor for one machine, which cannot scale out: runs take turns, and a submission is refused
 * as ExecutorBusy while nothing of it has run. One that was let in is never refused half-way.
 */
export function boundedExecutor(executor: Executor, bounds: ExecutorBounds): Executor {
  const turns = pLimit(bounds.runsAtOnce);
  // All runs of a submission, and no others, share a signal.
  const admitted = new WeakSet<AbortSignal>();
  return {
    async run(job, signal) {
      const isFirst = !admitted.has(signal);
      if (isFirst && turns.pendingCount >= bounds.mostWaiting) throw busy();
      admitted.add(signal);
      const giveUp = isFirst
        ? AbortSignal.any([signal, AbortSignal.timeout(bounds.patienceMs)])
        : signal;
      const givenUp = Promise.withResolvers<never>();
      const listener = addAbortListener(giveUp, () =>
        givenUp.reject(signal.aborted ? signal.reason : busy()),
      );
      const turn = turns(() => {
        listener[Symbol.dispose]();
        return giveUp.aborted ? givenUp.promise : executor.run(job, signal);
      });
      return Promise.race([turn, givenUp.promise]);
    },
  };
}

const SENTENCE = "All executors are busy; please try again in a few seconds.";

const busy = () => new VisibleError("ExecutorBusy", SENTENCE);
