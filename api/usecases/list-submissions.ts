import type { SubmissionSummary } from "../domain/submission.js";
import type { SubmissionCursor, SubmissionList } from "../domain/submission-list.js";
import type { SubmissionStore } from "../ports.js";

export interface ListSubmissionsDeps {
  readonly submissions: Pick<SubmissionStore, "listPage">;
}

export interface ListSubmissionsInput {
  readonly list: SubmissionList;
  readonly pageSize: number;
  /** Where the page before ended. */
  readonly after?: SubmissionCursor | undefined;
  /** Aborts when what was found by then must do. */
  readonly deadline: AbortSignal;
}

export interface SubmissionPage {
  readonly items: readonly SubmissionSummary[];
  /** Where the next page begins; undefined when nothing follows. */
  readonly next: SubmissionCursor | undefined;
}

/**
 * One page of a list. It is full, or the last one, or (with something left to read, perhaps for
 * nothing) what the deadline allowed for.
 *
 * @throws VisibleError StorageUnavailable
 */
export async function listSubmissions(
  { submissions }: ListSubmissionsDeps,
  { list, pageSize, after, deadline }: ListSubmissionsInput,
): Promise<SubmissionPage> {
  const found: SubmissionSummary[] = [];
  let cursor = after;
  do {
    // One more than the page holds tells whether another page follows.
    const chunk = await submissions.listPage(list, cursor, pageSize + 1 - found.length);
    found.push(...chunk.items);
    cursor = chunk.cursor;
  } while (found.length <= pageSize && cursor !== undefined && !deadline.aborted);
  const items = found.slice(0, pageSize);
  return { items, next: found.length > pageSize ? items.at(-1) : cursor };
}
