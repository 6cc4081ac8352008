import { caseDiscloser, disclose } from "../domain/disclosure.js";
import { VisibleError } from "../domain/errors.js";
import type { FanOutLimits } from "../domain/fan-out.js";
import type { GradedCase } from "../domain/grade-case.js";
import { gradingOf } from "../domain/grading.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import type { Caller, Submission } from "../domain/submission.js";
import type { CaseResult } from "../domain/verdict.js";
import type {
  CallerSlots,
  Clock,
  Executor,
  Ids,
  Log,
  ProblemStore,
  SubmissionStore,
} from "../ports.js";
import { gradeCode } from "./grade-code.js";
import { holdSlot } from "./hold-slot.js";
import { requireProblemIn } from "./require-problem-in.js";

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
 * @throws VisibleError TooManyRequests, ProblemNotFound, InvalidInput (a language that the problem is not
 * solved in), ExecutorBusy, StorageUnavailable (nothing was stored), SubmissionIdTaken, or SubmissionNotSaved
 */
export async function* gradeSubmission(
  deps: GradeSubmissionDeps,
  input: GradeSubmissionInput,
): AsyncGenerator<GradingEvent, Submission> {
  const { caller, userCode, language, problemId, log } = input;
  const { userId, author } = caller;
  const problem = await requireProblemIn(language, deps.problems, problemId, log);
  const { testCases, testSetHash } = problem;
  const submissionId = input.submissionId ?? deps.ids.next();
  yield { kind: "started", submissionId, totalCaseCount: testCases.length };
  const disclosed = caseDiscloser(testSetHash, problem, caller.isStaff);
  const graded: GradedCase[] = [];
  for await (const one of gradedCases(deps, input, problem)) {
    graded.push(one);
    yield { kind: "case", result: disclosed(one.result) };
  }
  const submission: Submission = {
    submissionId,
    problemId,
    problemTitle: problem.title,
    problemTitleTranslated: problem.titleTranslated,
    language,
    userId,
    author,
    ...gradingOf(problem, graded),
    userCode,
    submissionTime: Math.floor(deps.clock.now() / 1000),
  };
  const seen = { ...submission, ...disclose(submission, problem, caller.isStaff) };
  await store(deps.submissions, submission, seen);
  const { status, totalCaseCount } = submission;
  log("submission.graded", { submissionId, problemId, status, totalCaseCount });
  return seen;
}

/** Holds the caller's slot no longer than code runs. */
async function* gradedCases(
  deps: GradeSubmissionDeps,
  { caller: { userId }, userCode, language, deadline, log }: GradeSubmissionInput,
  problem: Problem,
): AsyncGenerator<GradedCase, void> {
  await using slot = holdSlot(deps.callerSlots, userId, "submission", log);
  const takeSlot = () => slot.take();
  yield* gradeCode(deps, { problem, userCode, language, userId, deadline, log, takeSlot });
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
