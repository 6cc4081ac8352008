import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { caseGrader, type GradedCase } from "../domain/grade-case.js";
import { gradingOf } from "../domain/grading.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import type { Grading } from "../domain/submission.js";
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
 * Yields every test case of the problem once, as soon as the code has run on it and, where the problem
 * has a checker, that has looked at it; nothing is stored.
 *
 * @throws VisibleError ExecutorBusy, and what `takeSlot` throws
 */
export async function* gradeCode(
  deps: GradeCodeDeps,
  { problem, userCode, language, userId, deadline, log, takeSlot }: GradeCodeInput,
): AsyncGenerator<GradedCase, void> {
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
  const ran = runCases(deps.executor, job, deps.batchLimits, deadline, log, bounds);
  const grade = caseGrader(problem);
  for await (const cases of checkByProgram(deps, { problem, deadline, log, ...slot }, ran)) {
    for (const one of cases) yield grade(one, one.check);
  }
}

/**
 * The same, told at the end.
 *
 * @throws what `gradeCode` throws
 */
export async function gradeWholly(deps: GradeCodeDeps, input: GradeCodeInput): Promise<Grading> {
  const graded: GradedCase[] = [];
  for await (const one of gradeCode(deps, input)) graded.push(one);
  return gradingOf(input.problem, graded);
}
