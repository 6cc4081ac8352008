import type { ListChunk, SortOrder } from "./list-page.js";
import type { SubmissionSummary } from "./submission.js";

/** What submissions can be listed by, from the least submissions of one value to the most. */
export const SUBMISSION_FILTERS = [
  "userId",
  "author",
  "problemId",
  "problemTitle",
  "problemTitleTranslated",
] as const;

export type SubmissionFilter = (typeof SUBMISSION_FILTERS)[number];

/** Which submissions, and in which order of their times. */
export interface SubmissionList {
  /** None, one, or `problemId` beside `userId` or `author`. */
  readonly filters: { readonly [Name in SubmissionFilter]?: string | undefined };
  readonly sortOrder: SortOrder;
}

/** A place in a list: right behind the submission of this time and id. */
export interface SubmissionCursor {
  /** Epoch seconds. */
  readonly submissionTime: number;
  readonly submissionId: string;
}

export type SubmissionChunk = ListChunk<SubmissionSummary, SubmissionCursor>;

const COMBINATIONS = ["userId,problemId", "author,problemId"];

/** Whether submissions can be listed by these together. */
export function areListable(filters: SubmissionList["filters"]): boolean {
  const names = SUBMISSION_FILTERS.filter((name) => filters[name] !== undefined);
  return names.length < 2 || COMBINATIONS.includes(names.join());
}
