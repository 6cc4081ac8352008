import type { SubmissionSummary } from "../domain/submission.js";
import type { SubmissionCursor, SubmissionList } from "../domain/submission-list.js";
import type { SubmissionStore } from "../ports.js";
import { type ListPage, type PageRequest, readPage } from "./read-page.js";

export interface ListSubmissionsDeps {
  readonly submissions: Pick<SubmissionStore, "listPage">;
}

export interface ListSubmissionsInput extends PageRequest<SubmissionCursor> {
  readonly list: SubmissionList;
}

export type SubmissionPage = ListPage<SubmissionSummary, SubmissionCursor>;

/**
 * One page of a list of submissions.
 *
 * @throws VisibleError StorageUnavailable
 */
export async function listSubmissions(
  { submissions }: ListSubmissionsDeps,
  { list, ...page }: ListSubmissionsInput,
): Promise<SubmissionPage> {
  return readPage((after, limit) => submissions.listPage(list, after, limit), page);
}
