import pLimit from "p-limit";
import type { CaseOutcome } from "../domain/execution.js";
import type { JsonText } from "../domain/json.js";
import { utf8Length } from "../domain/text.js";
import type { Executor, ExecutorAnswer, ExecutorJob, Log } from "../ports.js";

/** How a submission's cases are spread over invocations. */
export interface BatchLimits {
  readonly casesPerInvocation: number;
  readonly concurrentInvocations: number;
  readonly payloadBytes: number;
}

/** The cases of a submission, and how they are run. */
export type SubmissionJob = Omit<ExecutorJob, "submission">;

interface Batch {
  readonly first: number;
  readonly inputs: readonly JsonText[];
}

/**
 * Runs every input of the job and answers with one outcome each, in order. Cases that the deadline
 * overtakes come back as such; nothing is awaited beyond it.
 *
 * @throws VisibleError ExecutorBusy when the executor is throttled after all retries
 */
export async function runCases(
  executor: Executor,
  job: SubmissionJob,
  limits: BatchLimits,
  deadline: AbortSignal,
  log: Log,
): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = job.inputs.map(() => ({ kind: "deadline" }));
  const submission = {};
  const failed = new AbortController();
  const signal = AbortSignal.any([deadline, failed.signal]);
  const limit = pLimit(limits.concurrentInvocations);

  const invoke = async (inputs: readonly JsonText[]): Promise<ExecutorAnswer | undefined> => {
    if (signal.aborted) return undefined;
    try {
      return await executor.run({ ...job, inputs, submission }, signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      failed.abort();
      throw error;
    }
  };

  const send = async ({ first, inputs }: Batch): Promise<void> => {
    const answer = await limit(() => invoke(inputs));
    switch (answer?.kind) {
      case undefined:
        return;
      case "died":
        log("executor.died", { firstCase: first + 1, cases: inputs.length, ...answer.failure });
        if (inputs.length > 1) await Promise.all(singles({ first, inputs }).map(send));
        else outcomes[first] = { kind: "failed", failure: answer.failure };
        return;
      case "answered": {
        const done = answer.outcomes.length;
        outcomes.splice(first, done, ...answer.outcomes);
        for (const [index, outcome] of answer.outcomes.entries()) {
          if (outcome.kind !== "failed") continue;
          log("executor.failed", { case: first + index + 1, ...outcome.failure });
        }
        if (done < inputs.length) await send({ first: first + done, inputs: inputs.slice(done) });
      }
    }
  };

  await Promise.all(batches(job, limits).map(send));
  return outcomes;
}

function batches(job: SubmissionJob, limits: BatchLimits): Batch[] {
  const emptyBytes = ENVELOPE_BYTES + utf8Length(JSON.stringify(job.code));
  const made: { first: number; inputs: JsonText[] }[] = [];
  let bytes = 0;
  for (const [index, input] of job.inputs.entries()) {
    const inputBytes = utf8Length(input) + 1;
    const open = made.at(-1);
    const fits =
      open !== undefined &&
      open.inputs.length < limits.casesPerInvocation &&
      bytes + inputBytes < limits.payloadBytes;
    if (fits) open.inputs.push(input);
    else made.push({ first: index, inputs: [input] });
    bytes = (fits ? bytes : emptyBytes) + inputBytes;
  }
  return made;
}

/** Room for the payload's other fields. */
const ENVELOPE_BYTES = 1024;

function singles({ first, inputs }: Batch): Batch[] {
  return inputs.map((input, index) => ({ first: first + index, inputs: [input] }));
}
