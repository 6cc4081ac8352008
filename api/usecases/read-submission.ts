import { VisibleError } from "../domain/errors.js";
import {
  type Caller,
  type StoredSubmission,
  SUBMISSION_ID,
  type SubmissionSummary,
  visibleTo,
} from "../domain/submission.js";
import type { SubmissionStore } from "../ports.js";

export interface ReadSubmissionDeps {
  readonly submissions: Pick<SubmissionStore, "get">;
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
  { submissions }: ReadSubmissionDeps,
  { caller, submissionId }: ReadSubmissionInput,
): Promise<StoredSubmission | SubmissionSummary> {
  // What no id can be is not asked for: DynamoDB would refuse some of it.
  const stored = SUBMISSION_ID.test(submissionId) ? await submissions.get(submissionId) : undefined;
  if (stored === undefined) {
    throw new VisibleError("SubmissionNotFound", "There is no such submission; check its id.");
  }
  return visibleTo(caller, stored);
}
