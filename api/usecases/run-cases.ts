import type { CaseOutcome } from "../domain/execution.js";
import { type Batch, FanOut, type FanOutLimits } from "../domain/fan-out.js";
import type { JsonText } from "../domain/json.js";
import { utf8Length } from "../domain/text.js";
import type { Executor, ExecutorAnswer, ExecutorJob, Log } from "../ports.js";

/** The cases of a submission, and how they are run. */
export type SubmissionJob = Omit<ExecutorJob, "submission" | "budgetMs">;

export interface RunBounds {
  /** After so many cases that exceeded their time, no further case is started; without it all run. */
  readonly maxTimeOuts?: number;
  /** Asked before a second invocation; what one invocation is enough for needs no slot. */
  readonly takeSlot?: () => Promise<AsyncDisposable>;
}

/**
 * Runs every input of the job and answers with one outcome each, in order. Cases that the deadline
 * overtakes come back as such; nothing is awaited beyond it.
 *
 * @throws VisibleError ExecutorBusy when the executor is throttled after all retries, and what
 * `takeSlot` throws
 */
export async function runCases(
  executor: Executor,
  job: SubmissionJob,
  limits: FanOutLimits,
  deadline: AbortSignal,
  log: Log,
  { maxTimeOuts = Number.POSITIVE_INFINITY, takeSlot }: RunBounds = {},
): Promise<CaseOutcome[]> {
  const inputBytes = job.inputs.map(utf8Length);
  const emptyPayloadBytes = ENVELOPE_BYTES + utf8Length(JSON.stringify(job.code));
  const fanOut = new FanOut({ inputBytes, emptyPayloadBytes, maxTimeOuts }, limits);
  const submission = {};
  const failed = new AbortController();
  const signal = AbortSignal.any([deadline, failed.signal]);

  const invoke = async ({ cases, budgetMs }: Batch): Promise<ExecutorAnswer | undefined> => {
    if (signal.aborted) return undefined;
    const inputs = cases.map((index) => job.inputs[index] as JsonText);
    try {
      return await executor.run({ ...job, inputs, budgetMs, submission }, signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      failed.abort();
      throw error;
    }
  };

  const send = async (batch: Batch): Promise<void> => {
    const { cases } = batch;
    const answer = await invoke(batch);
    switch (answer?.kind) {
      case undefined:
        return;
      case "died":
        log("executor.died", {
          firstCase: caseNumber(cases, 0),
          cases: cases.length,
          ...answer.failure,
        });
        return fanOut.died(batch, answer.failure);
      case "answered":
        for (const [index, outcome] of answer.outcomes.entries()) {
          if (outcome.kind !== "failed") continue;
          log("executor.failed", { case: caseNumber(cases, index), ...outcome.failure });
        }
        return fanOut.answered(batch, answer.outcomes);
    }
  };

  const spread = async (): Promise<void> => {
    const begun: Promise<void>[] = [];
    for (let batch = fanOut.next(); batch !== undefined; batch = fanOut.next()) {
      begun.push(send(batch).then(spread));
    }
    await Promise.all(begun);
  };

  const opening = fanOut.open();
  if (opening !== undefined) await send(opening);
  if (!fanOut.hasMore || signal.aborted) return fanOut.outcomes;
  await using _slot = await takeSlot?.();
  await spread();
  return fanOut.outcomes;
}

/** Room for the payload's other fields. */
const ENVELOPE_BYTES = 1024;

/** Counted from 1. */
function caseNumber(cases: readonly number[], index: number): number {
  return (cases[index] as number) + 1;
}
