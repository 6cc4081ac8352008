import { addAbortListener } from "node:events";
import { VisibleError } from "../../api/domain/errors.js";
import type { Executor } from "../../api/ports.js";

export interface ExecutorBounds {
  readonly concurrency: number;
  /** With so many runs waiting, no further submission is let in. */
  readonly maxQueued: number;
  /** How long a submission waits for its first run to begin. */
  readonly queueTimeoutMs: number;
}

/** A run that has not begun. */
interface WaitingRun {
  readonly submission: object;
  readonly begin: () => void;
}

/**
 * An executor for one machine, which cannot scale out: runs take turns, and a submission is refused
 * as ExecutorBusy while nothing of it has run. One that was let in is never refused half-way. A second
 * run of a submission begins at the same time as the first only when nobody else waits: it would take
 * a second environment, which another submission has to make room for.
 */
export function boundedExecutor(executor: Executor, bounds: ExecutorBounds): Executor {
  const waiting: WaitingRun[] = [];
  /** The submissions whose runs are under way, each as often as it has some. */
  const running: object[] = [];
  const admitted = new WeakSet<object>();

  function beginNext(): void {
    if (running.length >= bounds.concurrency) return;
    const next = waiting.find(({ submission }) => !running.includes(submission)) ?? waiting[0];
    if (next === undefined) return;
    remove(waiting, next);
    running.push(next.submission);
    next.begin();
  }

  async function turn(submission: object, signal: AbortSignal, isFirst: boolean): Promise<void> {
    const giveUp = isFirst
      ? AbortSignal.any([signal, AbortSignal.timeout(bounds.queueTimeoutMs)])
      : signal;
    const begun = Promise.withResolvers<void>();
    const run = { submission, begin: begun.resolve };
    waiting.push(run);
    using _ = addAbortListener(giveUp, () => {
      remove(waiting, run);
      begun.reject(signal.aborted ? signal.reason : busy());
    });
    beginNext();
    await begun.promise;
  }

  return {
    async run(job, signal) {
      const { submission } = job;
      const isFirst = !admitted.has(submission);
      if (isFirst && waiting.length >= bounds.maxQueued) throw busy();
      admitted.add(submission);
      await turn(submission, signal, isFirst);
      try {
        return await executor.run(job, signal);
      } finally {
        remove(running, submission);
        beginNext();
      }
    },
  };
}

function remove<Element>(elements: Element[], element: Element): void {
  const index = elements.indexOf(element);
  if (index !== -1) elements.splice(index, 1);
}

const SENTENCE = "All executors are busy; please try again in a few seconds.";

const busy = () => new VisibleError("ExecutorBusy", SENTENCE);
