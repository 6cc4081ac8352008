import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { caseGrader, type GradedCase } from "../domain/grade-case.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import { countPoints, hasPoints } from "../domain/scoring.js";
import type { Grading } from "../domain/submission.js";
import { type CaseResult, summarise } from "../domain/verdict.js";
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
  /** Asked before every invocation but the first of the code and of a checker. */
  readonly takeSlot?: () => Promise<void>;
}

/**
 * Grades the code against every test case of the problem, its checker included, and yields each case
 * once, as soon as it is judged; nothing is stored.
 *
 * @throws VisibleError ExecutorBusy, and what `takeSlot` throws
 */
export async function* gradeCode(
  deps: GradeCodeDeps,
  { problem, userCode, language, userId, deadline, log, takeSlot }: GradeCodeInput,
): AsyncGenerator<CaseResult, Grading> {
  const { testCases, groups, testSetHash } = problem;
  const job = {
    code: userCode,
    language,
    timeLimitMs: problem.timeLimitMs,
    calling: problem.calling,
    inputs: testCases.map((testCase) => testCase.input),
    tenantId: userId,
  };
  const slot = takeSlot && { takeSlot };
  const bounds = { maxTimeOuts: ENOUGH_TIME_OUTS, ...slot };
  const ran = runCases(deps.executor, job, deps.batchLimits, deadline, log, bounds);
  const grade = caseGrader(problem);
  const graded: GradedCase[] = [];
  for await (const cases of checkByProgram(deps, { problem, deadline, log, ...slot }, ran)) {
    for (const { check, ...settled } of cases) {
      const one = grade(settled, check);
      graded[settled.index] = one;
      yield one.result;
    }
  }
  const results = graded.map(({ result }) => result);
  const shares = graded.map(({ share }) => share);
  const points = countPoints(testCases, groups, shares);
  return {
    ...summarise(results, problem.fault, points),
    ...(hasPoints(testCases, groups) && {
      earnedPoints: points.earned.toNumber(),
      totalPoints: points.total.toNumber(),
    }),
    results,
    testSetHash,
  };
}
