import { addAbortListener } from "node:events";
import { VisibleError } from "../../api/domain/errors.js";
import type { Executor, ExecutorJob } from "../../api/ports.js";

export interface ExecutorBounds {
  readonly concurrency: number;
  /** With this many runs queued, no further submission is admitted. */
  readonly maxQueued: number;
  /** With this many of a user's own queued, none of that user's is. */
  readonly maxQueuedOfTenant: number;
  /** How long a submission may stay queued before its first run begins. */
  readonly queueTimeoutMs: number;
  /** Whether another environment can be started without ending one. */
  readonly hasRoom: () => boolean;
}

/** A run that has not begun. */
interface QueuedRun {
  readonly tenantId: string;
  readonly submission: object;
  readonly begin: () => void;
}

/**
 * An executor for one machine, which cannot scale out: runs take turns, and a submission is refused
 * as ExecutorBusy before any of it has run. Once admitted, it is never refused half-way. A user with
 * nothing running goes first, then a submission with nothing running: a second run of the same one
 * would take a second environment, for which another submission would have to make room.
 */
export function boundedExecutor(executor: Executor, bounds: ExecutorBounds): Executor {
  const queue: QueuedRun[] = [];
  const running: QueuedRun[] = [];
  const admitted = new WeakSet<object>();
  let isWarming = false;

  function beginNext(): void {
    if (running.length >= bounds.concurrency) return;
    const next =
      queue.find(({ tenantId }) => running.every((run) => run.tenantId !== tenantId)) ??
      queue.find(({ submission }) => running.every((run) => run.submission !== submission)) ??
      queue[0];
    if (next === undefined) return;
    remove(queue, next);
    running.push(next);
    next.begin();
  }

  /** Waits for a turn, which ends when the run is taken from those that are running. */
  async function turn(
    { tenantId, submission }: ExecutorJob,
    signal: AbortSignal,
    isFirst: boolean,
  ): Promise<QueuedRun> {
    const giveUp = isFirst
      ? AbortSignal.any([signal, AbortSignal.timeout(bounds.queueTimeoutMs)])
      : signal;
    const begun = Promise.withResolvers<void>();
    const run = { tenantId, submission, begin: begun.resolve };
    queue.push(run);
    using _ = addAbortListener(giveUp, () => {
      remove(queue, run);
      begun.reject(signal.aborted ? signal.reason : busy());
    });
    beginNext();
    await begun.promise;
    return run;
  }

  return {
    async run(job, signal) {
      const { submission } = job;
      const isFirst = !admitted.has(submission);
      const queuedOfTenant = queue.filter(({ tenantId }) => tenantId === job.tenantId).length;
      if (isFirst && queuedOfTenant >= bounds.maxQueuedOfTenant) throw tooMany();
      if (isFirst && queue.length >= bounds.maxQueued) throw busy();
      admitted.add(submission);
      const run = await turn(job, signal, isFirst);
      try {
        return await executor.run(job, signal);
      } finally {
        remove(running, run);
        beginNext();
      }
    },
    /** One at a time, and only while nobody needs the machine for anything else. */
    async warmUp(tenantId, language, signal) {
      if (isWarming || running.length > 0 || !bounds.hasRoom()) throw busy();
      isWarming = true;
      try {
        await executor.warmUp(tenantId, language, signal);
      } finally {
        isWarming = false;
      }
    },
  };
}

function remove<Element>(elements: Element[], element: Element): void {
  const index = elements.indexOf(element);
  if (index !== -1) elements.splice(index, 1);
}

const SENTENCE = "All executors are busy; please try again in a few seconds.";

const tooMany = () =>
  new VisibleError("TooManyRequests", "You have many runs waiting; try again when one has ended.");

const busy = () => new VisibleError("ExecutorBusy", SENTENCE);
