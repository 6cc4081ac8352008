import { type CheckResult, readCheckResult } from "../domain/check-result.js";
import { CHECKER_LANGUAGE, CHECKER_TIME_LIMIT_MS, type Checker } from "../domain/checker.js";
import { checkerProgram } from "../domain/checker-program.js";
import type { Calling } from "../domain/entry.js";
import { type Execution, type SettledCase, successfulExecution } from "../domain/execution.js";
import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { arrayText, type JsonText, strictJson } from "../domain/json.js";
import type { Executor, Log } from "../ports.js";
import { readAhead } from "./read-ahead.js";
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
  readonly testCases: readonly CheckedTestCase[];
}

interface CheckedTestCase {
  readonly input: JsonText;
  /** The expected output as its author wrote it. */
  readonly expectedText: JsonText;
}

export interface CheckByProgramInput {
  readonly problem: CheckedProblem;
  readonly deadline: AbortSignal;
  readonly log: Log;
  /** Asked before all invocations but the first, as for the code: answers decide how slow their check is. */
  readonly takeSlot?: () => Promise<void>;
}

/** A case of which all is known that its verdict depends on. */
export interface CheckedCase extends SettledCase {
  /** Undefined where nobody was asked: of a run that was not successful, and of all cases without a checker. */
  readonly check?: CheckResult;
}

/**
 * Has the author's program check the cases whose run was successful, as they come, and yields each once
 * it is checked; what came while others were checked is checked together. What a checker did wrong is
 * logged, once for all cases of the same fault.
 *
 * @throws VisibleError ExecutorBusy when the executor is throttled after all retries, what `takeSlot`
 * throws, and what the source of the cases throws
 */
export async function* checkByProgram(
  deps: CheckByProgramDeps,
  input: CheckByProgramInput,
  cases: AsyncIterable<readonly SettledCase[]> | Iterable<readonly SettledCase[]>,
): AsyncGenerator<readonly CheckedCase[], void> {
  const { checker } = input.problem;
  if (checker === null) return yield* cases;
  const lastLine = checker.source.split("\n").length;
  const faults: Fault[] = [];
  let timeOuts = 0;
  for await (const settled of readAhead(cases)) {
    const asked = settled.filter(isSuccessful);
    if (asked.length < settled.length) yield settled.filter((one) => !isSuccessful(one));
    for await (const runs of runChecker(deps, input, checker, asked, timeOuts)) {
      yield runs.map(({ index: at, outcome }): CheckedCase => {
        const one = asked[at] as SettledCase;
        const check = readCheckResult(outcome, lastLine);
        if (check.kind === "failed") faults.push({ ...check, caseNumber: one.index + 1 });
        if (outcome.kind === "executed" && outcome.execution.timedOut) timeOuts += 1;
        return { ...one, check };
      });
    }
  }
  logFaults(input, faults);
}

const isSuccessful = ({ outcome }: SettledCase) => successfulExecution(outcome) !== undefined;

/** Yields by the place of a case among those that are asked about. */
async function* runChecker(
  { executor, batchLimits }: CheckByProgramDeps,
  { problem, deadline, log, takeSlot }: CheckByProgramInput,
  { source, tenantId }: Checker,
  asked: readonly SettledCase[],
  timeOuts: number,
): AsyncGenerator<readonly SettledCase[], void> {
  if (timeOuts >= ENOUGH_TIME_OUTS) {
    yield asked.map((_, index) => ({ index, outcome: { kind: "notRun" } }));
    return;
  }
  const job = {
    ...checkerProgram(source, problem.calling.io),
    language: CHECKER_LANGUAGE,
    timeLimitMs: CHECKER_TIME_LIMIT_MS,
    inputs: asked.map(({ index, outcome }) => {
      const { input, expectedText } = problem.testCases[index] as CheckedTestCase;
      const answer = (successfulExecution(outcome) as Execution).returnValue;
      return arrayText([input, strictJson(expectedText), answer]);
    }),
    tenantId,
  };
  const bounds = { maxTimeOuts: ENOUGH_TIME_OUTS - timeOuts, ...(takeSlot && { takeSlot }) };
  yield* runCases(executor, job, batchLimits, deadline, log, bounds);
}

interface Fault {
  readonly fault: string;
  readonly caseNumber: number;
}

function logFaults({ problem, log }: CheckByProgramInput, faults: readonly Fault[]): void {
  const inOrder = [...faults].sort((a, b) => a.caseNumber - b.caseNumber);
  for (const [fault, ofCases] of Map.groupBy(inOrder, (one) => one.fault)) {
    const cases = ofCases.map(({ caseNumber }) => caseNumber);
    log("checker.failed", { problemId: problem.problemId, fault, cases });
  }
}
