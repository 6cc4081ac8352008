import { type CaseOutcome, successfulExecution } from "../api/domain/execution.js";
import { faultLine } from "../api/domain/fault-line.js";
import type { JsonText } from "../api/domain/json.js";
import { runCases, type SubmissionJob } from "../api/usecases/run-cases.js";
import type { LocalJudge } from "./local-judge.js";
import { within } from "./within.js";

const RUN_MINUTES = 5;

/** What code gives for each of its inputs, in the executor's jail; nothing is judged. */
export async function runInputs(
  { deps }: LocalJudge,
  job: Omit<SubmissionJob, "tenantId">,
  signal: AbortSignal,
): Promise<CaseOutcome[]> {
  const deadline = within(RUN_MINUTES * 60_000, signal);
  const outcomes: CaseOutcome[] = [];
  const own = { ...job, tenantId: "author" };
  for await (const settled of runCases(deps.executor, own, deps.batchLimits, deadline, () => {})) {
    for (const { index, outcome } of settled) outcomes[index] = outcome;
  }
  signal.throwIfAborted();
  return outcomes;
}

/** What the code returned, or what a program wrote; else why there is nothing. */
export function resultOf(
  outcome: CaseOutcome | undefined,
): { readonly value: JsonText } | { readonly fault: string } {
  const execution = successfulExecution(outcome);
  if (execution !== undefined) return { value: execution.returnValue };
  if (outcome?.kind === "failed") {
    return { fault: `the executor failed (${outcome.failure.errorMessage})` };
  }
  if (outcome?.kind !== "executed") return { fault: `it was not run in ${RUN_MINUTES} minutes` };
  const { timedOut, stderr, reason } = outcome.execution;
  if (timedOut) return { fault: "it takes too long" };
  return { fault: faultLine(stderr) ?? String(reason) };
}
