import type { SubmissionSummary } from "../domain/submission.js";
import type { SubmissionCursor, SubmissionList } from "../domain/submission-list.js";
import type { Retry, SubmissionStore } from "../ports.js";

export interface SubmissionChunksDeps {
  readonly submissions: Pick<SubmissionStore, "listPage">;
  readonly retry: Retry;
}

/** As many as one request for what the index lacks can ask for. */
const CHUNK = 100;

/** All of a list, some submissions at a time. */
export async function* submissionChunks(
  { submissions, retry }: SubmissionChunksDeps,
  list: SubmissionList,
): AsyncGenerator<readonly SubmissionSummary[]> {
  let after: SubmissionCursor | undefined;
  do {
    const { items, cursor } = await retry(() => submissions.listPage(list, after, CHUNK));
    yield items;
    after = cursor;
  } while (after !== undefined);
}
