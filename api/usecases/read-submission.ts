import { disclose } from "../domain/disclosure.js";
import { VisibleError } from "../domain/errors.js";
import {
  type Caller,
  isOpenTo,
  type StoredSubmission,
  SUBMISSION_ID,
  type SubmissionSummary,
  summaryOf,
} from "../domain/submission.js";
import { isVisibleTo, type SubmissionAudience } from "../domain/submission-audience.js";
import type { ProblemStore, SubmissionStore } from "../ports.js";

export interface ReadSubmissionDeps {
  readonly submissions: Pick<SubmissionStore, "get">;
  readonly problems: ProblemStore;
  readonly submissionsVisibleTo: SubmissionAudience;
}

export interface ReadSubmissionInput {
  readonly caller: Caller;
  readonly submissionId: string;
}

/**
 * What the caller may see of a submission.
 *
 * @throws VisibleError SubmissionNotFound, StorageUnavailable
 */
export async function readSubmission(
  { submissions, problems, submissionsVisibleTo }: ReadSubmissionDeps,
  { caller, submissionId }: ReadSubmissionInput,
): Promise<StoredSubmission | SubmissionSummary> {
  // What no id can be is not asked for: DynamoDB would refuse some of it.
  const stored = SUBMISSION_ID.test(submissionId) ? await submissions.get(submissionId) : undefined;
  if (stored === undefined || !isVisibleTo(caller, stored, submissionsVisibleTo)) {
    throw new VisibleError("SubmissionNotFound", "There is no such submission; check its id.");
  }
  if (!isOpenTo(caller, stored)) return summaryOf(stored);
  const { problemId } = stored;
  const problem = problemId === null ? undefined : await problems.get(problemId);
  return { ...stored, ...disclose(stored, problem, caller.isStaff) };
}
