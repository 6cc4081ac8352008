import { type CheckResult, readCheckResult } from "../domain/check-result.js";
import { CHECKER_LANGUAGE, CHECKER_TIME_LIMIT_MS, type Checker } from "../domain/checker.js";
import { checkerProgram } from "../domain/checker-program.js";
import type { Calling } from "../domain/entry.js";
import { type CaseOutcome, successfulExecution } from "../domain/execution.js";
import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { arrayText, type JsonText, strictJson } from "../domain/json.js";
import type { Executor, Log } from "../ports.js";
import { runCases } from "./run-cases.js";

export interface CheckByProgramDeps {
  readonly executor: Executor;
  readonly batchLimits: FanOutLimits;
}

/** What a checker is told of a problem. */
export interface CheckedProblem {
  readonly problemId: string;
  readonly calling: Pick<Calling, "io">;
  /** Null where a rule compares. */
  readonly checker: Checker | null;
  readonly testCases: readonly {
    readonly input: JsonText;
    /** The expected output as its author wrote it. */
    readonly expectedText: JsonText;
  }[];
}

export interface CheckByProgramInput {
  readonly problem: CheckedProblem;
  /** What became of the problem's cases, in their order. */
  readonly outcomes: readonly CaseOutcome[];
  readonly deadline: AbortSignal;
  readonly log: Log;
  /** Asked before a second invocation, as for the code itself: answers decide how slow their check is. */
  readonly takeSlot?: () => Promise<AsyncDisposable>;
}

/**
 * Has the author's program check the cases whose run was successful. Answers in the order of the
 * outcomes, undefined for the other cases, and for all of a problem without such a program. What a
 * checker did wrong is logged, once for all cases of the same fault.
 *
 * @throws VisibleError ExecutorBusy when the executor is throttled after all retries, and what
 * `takeSlot` throws
 */
export async function checkByProgram(
  { executor, batchLimits }: CheckByProgramDeps,
  { problem, outcomes, deadline, log, takeSlot }: CheckByProgramInput,
): Promise<(CheckResult | undefined)[]> {
  const { checker } = problem;
  if (checker === null) return outcomes.map(() => undefined);
  const asked = problem.testCases.flatMap(({ input, expectedText }, index) => {
    const execution = successfulExecution(outcomes[index]);
    if (execution === undefined) return [];
    return [{ index, input: arrayText([input, strictJson(expectedText), execution.returnValue]) }];
  });
  const job = {
    ...checkerProgram(checker.source, problem.calling.io),
    language: CHECKER_LANGUAGE,
    timeLimitMs: CHECKER_TIME_LIMIT_MS,
    inputs: asked.map(({ input }) => input),
    tenantId: checker.tenantId,
  };
  const bounds = { maxTimeOuts: ENOUGH_TIME_OUTS, ...(takeSlot && { takeSlot }) };
  const checked = await runCases(executor, job, batchLimits, deadline, log, bounds);
  const lastLine = checker.source.split("\n").length;
  const results: (CheckResult | undefined)[] = outcomes.map(() => undefined);
  for (const [at, { index }] of asked.entries()) {
    results[index] = readCheckResult(checked[at] ?? { kind: "deadline" }, lastLine);
  }
  logFaults(problem.problemId, results, log);
  return results;
}

function logFaults(problemId: string, results: readonly (CheckResult | undefined)[], log: Log) {
  const casesByFault = new Map<string, number[]>();
  for (const [index, result] of results.entries()) {
    if (result?.kind !== "failed") continue;
    const cases = casesByFault.get(result.fault) ?? [];
    casesByFault.set(result.fault, cases);
    cases.push(index + 1);
  }
  for (const [fault, cases] of casesByFault) log("checker.failed", { problemId, fault, cases });
}
