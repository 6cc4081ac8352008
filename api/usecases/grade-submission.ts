import { caseDiscloser, disclose } from "../domain/disclosure.js";
import { VisibleError } from "../domain/errors.js";
import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { caseGrader, type GradedCase } from "../domain/grade-case.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import { countPoints, hasPoints } from "../domain/scoring.js";
import type { Caller, Submission } from "../domain/submission.js";
import { type CaseResult, summarise } from "../domain/verdict.js";
import type {
  CallerSlots,
  Clock,
  Executor,
  Ids,
  Log,
  ProblemStore,
  SubmissionStore,
} from "../ports.js";
import { checkByProgram } from "./check-by-program.js";
import { holdSlot } from "./hold-slot.js";
import { requireProblem } from "./require-problem.js";
import { runCases } from "./run-cases.js";

export interface GradeSubmissionDeps {
  readonly problems: ProblemStore;
  readonly submissions: SubmissionStore;
  readonly executor: Executor;
  readonly callerSlots: CallerSlots;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly batchLimits: FanOutLimits;
}

export interface GradeSubmissionInput {
  readonly caller: Caller;
  readonly userCode: string;
  readonly language: Language;
  readonly problemId: string;
  readonly submissionId?: string | undefined;
  /** Aborts when what has not run by then must be given up. */
  readonly deadline: AbortSignal;
  readonly log: Log;
}

/** What can be told while a submission is graded, as its owner may see it. */
export type GradingEvent =
  | {
      readonly kind: "started";
      readonly submissionId: string;
      readonly totalCaseCount: number;
    }
  /** The verdict of a case; each has one, in the order in which they become known. */
  | { readonly kind: "case"; readonly result: CaseResult };

/** Thrown when a submission was graded but could not be stored, so that its verdict is not lost. */
export class SubmissionNotSaved extends VisibleError {
  constructor(
    /** As its owner may see it. */
    readonly submission: Submission,
    cause: unknown,
  ) {
    const sentence =
      "The submission was graded but could not be saved; its result is below. Please submit it again.";
    super("SubmissionNotSaved", sentence, { cause });
  }
}

/**
 * Grades the code against every test case of the problem, which it tells as it goes, and stores the
 * submission; returns what the caller may see of it.
 *
 * @throws VisibleError TooManyRequests, ProblemNotFound, ExecutorBusy, StorageUnavailable (nothing
 * was stored), SubmissionIdTaken, or SubmissionNotSaved
 */
export async function* gradeSubmission(
  deps: GradeSubmissionDeps,
  input: GradeSubmissionInput,
): AsyncGenerator<GradingEvent, Submission> {
  const { caller, userCode, language, problemId, log } = input;
  const problem = await requireProblem(deps.problems, problemId, log);
  const { testCases, groups, testSetHash } = problem;
  const submissionId = input.submissionId ?? deps.ids.next();
  yield { kind: "started", submissionId, totalCaseCount: testCases.length };
  const disclosed = caseDiscloser(testSetHash, problem, caller.isStaff);
  const graded: GradedCase[] = [];
  for await (const one of gradedCases(deps, input, problem)) {
    graded[one.result.caseNumber - 1] = one;
    yield { kind: "case", result: disclosed(one.result) };
  }
  const results = graded.map(({ result }) => result);
  const shares = graded.map(({ share }) => share);
  const points = countPoints(testCases, groups, shares);
  const submission: Submission = {
    submissionId,
    problemId,
    problemTitle: problem.title,
    problemTitleTranslated: problem.titleTranslated,
    language,
    userId: caller.userId,
    author: caller.author,
    ...summarise(results, problem.fault, points),
    ...(hasPoints(testCases, groups) && {
      earnedPoints: points.earned.toNumber(),
      totalPoints: points.total.toNumber(),
    }),
    results,
    testSetHash,
    userCode,
    submissionTime: Math.floor(deps.clock.now() / 1000),
  };
  const seen = { ...submission, ...disclose(submission, problem, caller.isStaff) };
  await store(deps.submissions, submission, seen);
  const { status, totalCaseCount } = submission;
  log("submission.graded", { submissionId, problemId, status, totalCaseCount });
  return seen;
}

/** Every case once, as soon as it has run and, where the problem has a checker, was checked. */
async function* gradedCases(
  deps: GradeSubmissionDeps,
  { caller, userCode, language, deadline, log }: GradeSubmissionInput,
  problem: Problem,
): AsyncGenerator<GradedCase, void> {
  const job = {
    code: userCode,
    language,
    timeLimitMs: problem.timeLimitMs,
    calling: problem.calling,
    inputs: problem.testCases.map((testCase) => testCase.input),
    tenantId: caller.userId,
  };
  await using slot = holdSlot(deps.callerSlots, caller.userId, "submission", log);
  const takeSlot = () => slot.take();
  const bounds = { maxTimeOuts: ENOUGH_TIME_OUTS, takeSlot };
  const ran = runCases(deps.executor, job, deps.batchLimits, deadline, log, bounds);
  const grade = caseGrader(problem);
  for await (const cases of checkByProgram(deps, { problem, deadline, log, takeSlot }, ran)) {
    for (const one of cases) yield grade(one, one.check);
  }
}

async function store(
  submissions: SubmissionStore,
  submission: Submission,
  seen: Submission,
): Promise<void> {
  try {
    await submissions.put(submission);
  } catch (error) {
    if (error instanceof VisibleError && error.code === "SubmissionIdTaken") throw error;
    throw new SubmissionNotSaved(seen, error);
  }
}
