import { VisibleError } from "../domain/errors.js";
import { ENOUGH_TIME_OUTS, type FanOutLimits } from "../domain/fan-out.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import type { Caller, Submission } from "../domain/submission.js";
import { type CaseResult, judgeCase, summarise } from "../domain/verdict.js";
import type {
  CallerSlots,
  Clock,
  Executor,
  Ids,
  Log,
  ProblemStore,
  SubmissionStore,
} from "../ports.js";
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
    readonly submission: Submission,
    cause: unknown,
  ) {
    const sentence =
      "The submission was graded but could not be saved; its result is below. Please submit it again.";
    super("SubmissionNotSaved", sentence, { cause });
  }
}

/**
 * Grades the code against every test case of the problem and stores the submission.
 *
 * @throws VisibleError TooManyRequests, ProblemNotFound, ExecutorBusy, StorageUnavailable (nothing
 * was stored), SubmissionIdTaken, or SubmissionNotSaved
 */
export async function gradeSubmission(
  deps: GradeSubmissionDeps,
  input: GradeSubmissionInput,
): Promise<Submission> {
  const { caller, userCode, language, problemId, log } = input;
  const problem = await requireProblem(deps.problems, problemId, log);
  const results = await gradeCases(deps, input, problem);
  const submission: Submission = {
    submissionId: input.submissionId ?? deps.ids.next(),
    problemId,
    problemTitle: problem.title,
    problemTitleTranslated: problem.titleTranslated,
    language,
    ...caller,
    ...summarise(results, problem.fault),
    results,
    userCode,
    submissionTime: Math.floor(deps.clock.now() / 1000),
  };
  await store(deps.submissions, submission);
  const { submissionId, status, totalCaseCount } = submission;
  log("submission.graded", { submissionId, problemId, status, totalCaseCount });
  return submission;
}

async function gradeCases(
  { executor, callerSlots, batchLimits }: GradeSubmissionDeps,
  { caller, userCode, language, deadline, log }: GradeSubmissionInput,
  problem: Problem,
): Promise<CaseResult[]> {
  const job = {
    code: userCode,
    language,
    timeLimitMs: problem.timeLimitMs,
    inputs: problem.testCases.map((testCase) => testCase.input),
    tenantId: caller.userId,
  };
  const bounds = {
    maxTimeOuts: ENOUGH_TIME_OUTS,
    takeSlot: () => holdSlot(callerSlots, caller.userId, "submission", log),
  };
  const outcomes = await runCases(executor, job, batchLimits, deadline, log, bounds);
  return problem.testCases.map(({ expectedOutput }, index) => {
    const outcome = outcomes[index] ?? { kind: "deadline" };
    return judgeCase(index + 1, outcome, problem.judge, expectedOutput);
  });
}

async function store(submissions: SubmissionStore, submission: Submission): Promise<void> {
  try {
    await submissions.put(submission);
  } catch (error) {
    if (error instanceof VisibleError && error.code === "SubmissionIdTaken") throw error;
    throw new SubmissionNotSaved(submission, error);
  }
}
