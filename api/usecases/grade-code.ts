import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { gradeCases } from "../domain/grade-cases.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import { hasPoints } from "../domain/scoring.js";
import type { Grading } from "../domain/submission.js";
import { summarise } from "../domain/verdict.js";
import type { Executor, Log } from "../ports.js";
import { checkByProgram } from "./check-by-program.js";
import { runCases } from "./run-cases.js";

export interface GradeCodeDeps {
  readonly executor: Executor;
  readonly batchLimits: FanOutLimits;
}

export interface GradeCodeInput {
  readonly problem: Problem;
  readonly userCode: string;
  readonly language: Language;
  /** Whose code it is: no environment of the executor is shared with anybody else's. */
  readonly userId: string;
  /** Aborts when what has not run by then must be given up. */
  readonly deadline: AbortSignal;
  readonly log: Log;
  /** Asked before a second invocation. */
  readonly takeSlot?: () => Promise<AsyncDisposable>;
}

/**
 * Grades the code against every test case of the problem, its checker included; nothing is stored.
 *
 * @throws VisibleError ExecutorBusy, and what `takeSlot` throws
 */
export async function gradeCode(
  deps: GradeCodeDeps,
  { problem, userCode, language, userId, deadline, log, takeSlot }: GradeCodeInput,
): Promise<Grading> {
  const job = {
    code: userCode,
    language,
    timeLimitMs: problem.timeLimitMs,
    calling: problem.calling,
    inputs: problem.testCases.map((testCase) => testCase.input),
    tenantId: userId,
  };
  const slot = takeSlot && { takeSlot };
  const bounds = { maxTimeOuts: ENOUGH_TIME_OUTS, ...slot };
  const outcomes = await runCases(deps.executor, job, deps.batchLimits, deadline, log, bounds);
  const checks = await checkByProgram(deps, { problem, outcomes, deadline, log, ...slot });
  const { results, points } = gradeCases(problem, outcomes, checks);
  return {
    ...summarise(results, problem.fault, points),
    ...(hasPoints(problem.testCases, problem.groups) && {
      earnedPoints: points.earned.toNumber(),
      totalPoints: points.total.toNumber(),
    }),
    results,
    testSetHash: problem.testSetHash,
  };
}
