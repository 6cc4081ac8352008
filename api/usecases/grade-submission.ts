import { disclose } from "../domain/disclosure.js";
import { VisibleError } from "../domain/errors.js";
import type { FanOutLimits } from "../domain/fan-out.js";
import type { Language } from "../domain/language.js";
import type { Caller, Submission } from "../domain/submission.js";
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
import { requireProblem } from "./require-problem.js";

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
 * @throws VisibleError TooManyRequests, ProblemNotFound, ExecutorBusy, StorageUnavailable (nothing
 * was stored), SubmissionIdTaken, or SubmissionNotSaved
 */
export async function gradeSubmission(
  deps: GradeSubmissionDeps,
  input: GradeSubmissionInput,
): Promise<Submission> {
  const { caller, userCode, language, problemId, deadline, log } = input;
  const problem = await requireProblem(deps.problems, problemId, log);
  const { userId, author } = caller;
  const takeSlot = () => holdSlot(deps.callerSlots, userId, "submission", log);
  const code = { problem, userCode, language, userId, deadline, log, takeSlot };
  const grading = await gradeCode(deps, code);
  const submission: Submission = {
    submissionId: input.submissionId ?? deps.ids.next(),
    problemId,
    problemTitle: problem.title,
    problemTitleTranslated: problem.titleTranslated,
    language,
    userId,
    author,
    ...grading,
    userCode,
    submissionTime: Math.floor(deps.clock.now() / 1000),
  };
  const seen = { ...submission, ...disclose(submission, problem, caller.isStaff) };
  await store(deps.submissions, submission, seen);
  const { submissionId, status, totalCaseCount } = submission;
  log("submission.graded", { submissionId, problemId, status, totalCaseCount });
  return seen;
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
