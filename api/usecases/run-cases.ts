import type { SettledCase } from "../domain/execution.js";
import { type Batch, FanOut, type FanOutLimits } from "../domain/fan-out.js";
import type { JsonText } from "../domain/json.js";
import { utf8Length } from "../domain/text.js";
import type { Executor, ExecutorAnswer, ExecutorJob, Log } from "../ports.js";

/** The cases of a submission, and how they are run. */
export type SubmissionJob = Omit<ExecutorJob, "submission" | "budgetMs">;

export interface RunBounds {
  /** After so many cases that exceeded their time, no further case is started; without it all run. */
  readonly maxTimeOuts?: number;
  /** Asked before every invocation but the first: what one is enough for needs no slot. */
  readonly takeSlot?: () => Promise<void>;
}

/**
 * Runs every input of the job and yields what became of it, each case once, as soon as the invocation
 * that ran it has answered. Cases that the deadline overtakes come last, as such; nothing is awaited
 * beyond it.
 *
 * @throws VisibleError ExecutorBusy when the executor is throttled after all retries, and what
 * `takeSlot` throws
 */
export async function* runCases(
  executor: Executor,
  job: SubmissionJob,
  limits: FanOutLimits,
  deadline: AbortSignal,
  log: Log,
  { maxTimeOuts = Number.POSITIVE_INFINITY, takeSlot }: RunBounds = {},
): AsyncGenerator<readonly SettledCase[], void> {
  const inputBytes = job.inputs.map(utf8Length);
  const emptyPayloadBytes = ENVELOPE_BYTES + utf8Length(JSON.stringify(job.code));
  const fanOut = new FanOut({ inputBytes, emptyPayloadBytes, maxTimeOuts }, limits);
  const submission = {};
  const ended = new AbortController();
  const signal = AbortSignal.any([deadline, ended.signal]);
  const underWay = new Map<Batch, Promise<Invocation>>();

  const invoke = async (batch: Batch): Promise<Invocation> => {
    const inputs = batch.cases.map((index) => job.inputs[index] as JsonText);
    const { budgetMs } = batch;
    try {
      const answer = await executor.run({ ...job, inputs, budgetMs, submission }, signal);
      return { batch, answer };
    } catch (error) {
      if (signal.aborted) return { batch };
      throw error;
    }
  };

  const begin = (batch: Batch | undefined): boolean => {
    if (batch === undefined || signal.aborted) return false;
    const invocation = invoke(batch);
    // Should it fail before anybody waits for it, whoever does next is told.
    invocation.catch(() => {});
    underWay.set(batch, invocation);
    return true;
  };

  try {
    begin(fanOut.open());
    while (underWay.size > 0) {
      const { batch, answer } = await Promise.race(underWay.values());
      if (answer === undefined) break;
      underWay.delete(batch);
      const settled = settle(fanOut, batch, answer, log);
      if (settled.length > 0) yield settled;
      if (fanOut.hasMore && !signal.aborted) await takeSlot?.();
      while (begin(fanOut.next()));
    }
    const overtaken = fanOut.overtaken();
    if (overtaken.length > 0) yield overtaken;
  } finally {
    ended.abort();
  }
}

/** An invocation that has ended, without an answer where it was given up. */
interface Invocation {
  readonly batch: Batch;
  readonly answer?: ExecutorAnswer;
}

/** Tells what is settled by an answer, and logs what went wrong on our side. */
function settle(fanOut: FanOut, batch: Batch, answer: ExecutorAnswer, log: Log): SettledCase[] {
  const { cases } = batch;
  switch (answer.kind) {
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
}

/** Room for the payload's other fields. */
const ENVELOPE_BYTES = 1024;

/** Counted from 1. */
function caseNumber(cases: readonly number[], index: number): number {
  return (cases[index] as number) + 1;
}
