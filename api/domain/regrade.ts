import { ENOUGH_TIME_OUTS } from "./fan-out.js";
import type { Problem } from "./problem.js";
import type { Regraded } from "./regraded.js";
import type { Grading, StoredSubmission, SubmissionSummary } from "./submission.js";

/** A submission in a list, with what tells by which tests it was graded. */
export interface OutdatedSubmission extends SubmissionSummary {
  /** Null where they are not known. */
  readonly testSetHash: string | null;
}

/** Which of a problem's submissions are to be graded again; the newest of them where not all are. */
export interface RegradeSelection {
  readonly userId?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** Epoch seconds. */
  readonly since?: number | undefined;
  readonly limit?: number | undefined;
}

/** Whether the selection is of submissions like this one, however many. */
export function isSelected(
  { status, submissionTime, userId }: SubmissionSummary,
  { userId: wanted, statuses, since }: RegradeSelection,
): boolean {
  return (
    (wanted === undefined || wanted === userId) &&
    (statuses === undefined || statuses.includes(status ?? "")) &&
    (since === undefined || submissionTime >= since)
  );
}

/** Whether the problem's tests are others than those that the submission was graded by. */
export function isOutdated(
  { testSetHash }: { readonly testSetHash?: string | null | undefined },
  problem: Problem,
): boolean {
  return testSetHash !== problem.testSetHash;
}

/**
 * Whether cases exceeded their time that had not done so before, which a busy machine can cause. What
 * never comes to an end is known without another look.
 */
export function exceedsTimeAnew(before: Pick<Grading, "results">, after: Grading): boolean {
  const [known, found] = [timeOutCount(before), timeOutCount(after)];
  return found > known && known < ENOUGH_TIME_OUTS;
}

/** Of two gradings by the same tests, the one whose time-outs are to be believed. */
export function believable(first: Grading, second: Grading): Grading {
  if (second.status === "INTERNAL_ERROR") return second;
  return timeOutCount(second) < timeOutCount(first) ? second : first;
}

function timeOutCount({ results }: Pick<Grading, "results">): number {
  return results.filter(({ status }) => status === "TIME_LIMIT_EXCEEDED").length;
}

/** What is kept of the verdict that a regrade replaces. */
export function regradedFrom(
  { status, score, testSetHash = null }: StoredSubmission,
  regradeTime: number,
): Regraded {
  return {
    previousStatus: status,
    previousScore: score,
    previousTestSetHash: testSetHash,
    regradeTime,
  };
}
