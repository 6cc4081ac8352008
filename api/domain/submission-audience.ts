import { VisibleError } from "./errors.js";
import type { Caller } from "./submission.js";
import { SUBMISSION_FILTERS, type SubmissionList } from "./submission-list.js";

/** Who may see the summary of a submission, beside its owner and staff. */
export type SubmissionAudience = "everyone" | "owner";

/** Whether the caller may know of a submission at all. */
export function isVisibleTo(
  caller: Caller,
  { userId }: { readonly userId: string | null },
  audience: SubmissionAudience,
): boolean {
  return audience === "everyone" || caller.isStaff || userId === caller.userId;
}

/**
 * The same list of what the caller may see. Whoever sees only their own gets theirs, all or of a problem.
 *
 * @throws VisibleError InvalidInput when it is asked for by what others have too
 */
export function visibleList(
  list: SubmissionList,
  caller: Caller,
  audience: SubmissionAudience,
): SubmissionList {
  if (audience === "everyone" || caller.isStaff) return list;
  const own = { userId: caller.userId, problemId: list.filters.problemId };
  const name = SUBMISSION_FILTERS.find((filter) => {
    const value = list.filters[filter];
    return value !== undefined && value !== own[filter as keyof typeof own];
  });
  if (name === undefined) return { ...list, filters: own };
  const sentence =
    "you see only your own submissions here; leave it out to list all of them, or send problemId alone";
  throw new VisibleError("InvalidInput", `Invalid input: ${name}: ${sentence}`);
}
