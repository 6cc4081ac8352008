import pLimit from "p-limit";
import type { CaseOutcome } from "../domain/execution.js";
import type { JsonText } from "../domain/json.js";
import { utf8Length } from "../domain/text.js";
import type { Executor, ExecutorAnswer, ExecutorJob } from "../ports.js";

/** How a submission's cases are spread over invocations. Contract, section 5. */
export interface BatchLimits {
  readonly casesPerInvocation: number;
  readonly concurrentInvocations: number;
  readonly payloadBytes: number;
}

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
  job: ExecutorJob,
  limits: BatchLimits,
  deadline: AbortSignal,
): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = job.inputs.map(() => ({ kind: "deadline" }));
  const giveUp = new AbortController();
  const signal = AbortSignal.any([deadline, giveUp.signal]);
  const invocations = pLimit(limits.concurrentInvocations);

  const send = async (batch: Batch): Promise<void> => {
    const answer = await invocations(() =>
      invoke(executor, { ...job, inputs: batch.inputs }, signal),
    );
    if (answer === undefined) return;
    if (answer.kind === "died") {
      if (batch.inputs.length === 1) outcomes[batch.first] = { ...answer, kind: "failed" };
      else await Promise.all(singles(batch).map(send));
      return;
    }
    for (const [index, outcome] of answer.outcomes.entries())
      outcomes[batch.first + index] = outcome;
    const rest = batch.inputs.slice(answer.outcomes.length);
    if (rest.length > 0)
      await send({ ...batch, first: batch.first + answer.outcomes.length, inputs: rest });
  };

  try {
    await Promise.all(batches(job, limits).map(send));
  } catch (error) {
    giveUp.abort();
    throw error;
  }
  return outcomes;
}

/** Undefined when the deadline (or another invocation's failure) came first. */
async function invoke(
  executor: Executor,
  job: ExecutorJob,
  signal: AbortSignal,
): Promise<ExecutorAnswer | undefined> {
  if (signal.aborted) return undefined;
  try {
    return await executor.run(job, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function batches(job: ExecutorJob, limits: BatchLimits): Batch[] {
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
