import { disclose } from "../domain/disclosure.js";
import { VisibleError } from "../domain/errors.js";
import type { CaseOutcome } from "../domain/execution.js";
import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import { gradeCases } from "../domain/grade-cases.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import { hasPoints } from "../domain/scoring.js";
import type { Caller, Submission } from "../domain/submission.js";
import { summarise } from "../domain/verdict.js";
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
 * Grades the code against every test case of the problem and stores the submission; answers with what
 * the caller may see of it.
 *
 * @throws VisibleError TooManyRequests, ProblemNotFound, InvalidInput (a language that the problem is not
 * solved in), ExecutorBusy, StorageUnavailable (nothing was stored), SubmissionIdTaken, or SubmissionNotSaved
 */
export async function gradeSubmission(
  deps: GradeSubmissionDeps,
  input: GradeSubmissionInput,
): Promise<Submission> {
  const { caller, userCode, language, problemId, deadline, log } = input;
  const problem = await requireProblem(deps.problems, { problemId, language }, log);
  const takeSlot = () => holdSlot(deps.callerSlots, caller.userId, "submission", log);
  const outcomes = await runProblem(deps, input, problem, takeSlot);
  const checks = await checkByProgram(deps, { problem, outcomes, deadline, log, takeSlot });
  const { results, points } = gradeCases(problem, outcomes, checks);
  const submission: Submission = {
    submissionId: input.submissionId ?? deps.ids.next(),
    problemId,
    problemTitle: problem.title,
    problemTitleTranslated: problem.titleTranslated,
    language,
    userId: caller.userId,
    author: caller.author,
    ...summarise(results, problem.fault, points),
    ...(hasPoints(problem.testCases, problem.groups) && {
      earnedPoints: points.earned.toNumber(),
      totalPoints: points.total.toNumber(),
    }),
    results,
    testSetHash: problem.testSetHash,
    userCode,
    submissionTime: Math.floor(deps.clock.now() / 1000),
  };
  const seen = { ...submission, ...disclose(submission, problem, caller.isStaff) };
  await store(deps.submissions, submission, seen);
  const { submissionId, status, totalCaseCount } = submission;
  log("submission.graded", { submissionId, problemId, status, totalCaseCount });
  return seen;
}

async function runProblem(
  { executor, batchLimits }: GradeSubmissionDeps,
  { caller, userCode, language, deadline, log }: GradeSubmissionInput,
  problem: Problem,
  takeSlot: () => Promise<AsyncDisposable>,
): Promise<CaseOutcome[]> {
  const job = {
    code: userCode,
    language,
    timeLimitMs: problem.timeLimitMs,
    calling: problem.calling,
    inputs: problem.testCases.map((testCase) => testCase.input),
    tenantId: caller.userId,
  };
  const bounds = { maxTimeOuts: ENOUGH_TIME_OUTS, takeSlot };
  return runCases(executor, job, batchLimits, deadline, log, bounds);
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
