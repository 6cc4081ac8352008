import { findLanguage, type Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import {
  believable,
  exceedsTimeAnew,
  type OutdatedSubmission,
  regradedFrom,
} from "../domain/regrade.js";
import type { Grading, StoredSubmission } from "../domain/submission.js";
import type { Clock, Log, Retry, SubmissionStore, VerdictStore } from "../ports.js";
import { type GradeCodeDeps, gradeWholly } from "./grade-code.js";

export interface RegradeSubmissionDeps extends GradeCodeDeps {
  readonly submissions: Pick<SubmissionStore, "get">;
  readonly verdicts: Pick<VerdictStore, "replace">;
  /** Those that there is a runner for. */
  readonly languages: readonly Language[];
  readonly clock: Clock;
  readonly retry: Retry;
}

/** What became of one submission that was to be graded again. */
export type RegradeOutcome =
  /** It has a new verdict, which is not stored yet. */
  | { readonly kind: "graded"; readonly read: StoredSubmission; readonly grading: Grading }
  | { readonly kind: "stored"; readonly read: StoredSubmission; readonly grading: Grading }
  /** It was sent anew, graded again by somebody else, or removed: what there is now stays. */
  | { readonly kind: "overtaken" }
  /** Its code cannot be run at all; it keeps its verdict. */
  | { readonly kind: "kept"; readonly reason: string }
  /** The executor or the checker failed; it keeps its verdict. */
  | { readonly kind: "ungradable"; readonly reason: string };

export interface RegradeSubmissionInput {
  readonly problem: Problem;
  readonly outdated: OutdatedSubmission;
  /** Aborts when it is to be given up. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** An invocation after another, a submission may take many times what it takes a student. */
const GRADING_LIMIT_MS = 900_000;

/**
 * Grades a submission by the problem's present tests, as the student that it is of; nothing is stored.
 *
 * @throws what the signal aborts with; VisibleError ExecutorBusy, StorageUnavailable
 */
export async function regradeSubmission(
  deps: RegradeSubmissionDeps,
  { problem, outdated, signal, log }: RegradeSubmissionInput,
): Promise<Exclude<RegradeOutcome, { kind: "stored" }>> {
  const { submissionId } = outdated;
  const read = await deps.retry(() => deps.submissions.get(submissionId));
  if (read === undefined || !isAsListed(read, outdated)) return { kind: "overtaken" };
  const { userCode, userId } = read;
  if (userCode === null || userId === null) {
    return { kind: "kept", reason: "its code or its user is not stored" };
  }
  const language = findLanguage(read.language ?? "");
  if (language === undefined || !deps.languages.includes(language)) {
    return { kind: "kept", reason: `its language (${read.language}) has no runner` };
  }
  const grade = () => {
    const deadline = AbortSignal.any([signal, deps.clock.timeout(GRADING_LIMIT_MS)]);
    const code = { problem, userCode, language, userId, deadline, log };
    return deps.retry(() => gradeWholly(deps, code));
  };
  let grading = await grade();
  if (exceedsTimeAnew(read, grading)) grading = believable(grading, await grade());
  signal.throwIfAborted();
  if (grading.status === "INTERNAL_ERROR") {
    return { kind: "ungradable", reason: internalFault(grading) };
  }
  return { kind: "graded", read, grading };
}

function internalFault({ results }: Grading): string {
  const failed = results.find(({ status }) => status === "INTERNAL_ERROR");
  return `test case ${failed?.caseNumber} ended as INTERNAL_ERROR (${failed?.reason})`;
}

/** A submission that was sent or graded again since is no longer the one that was found outdated. */
function isAsListed(read: StoredSubmission, listed: OutdatedSubmission): boolean {
  return (
    read.submissionTime === listed.submissionTime &&
    read.problemId === listed.problemId &&
    (read.testSetHash ?? null) === listed.testSetHash
  );
}

/**
 * Stores the new verdict of a submission that has not changed since it was read.
 *
 * @throws VisibleError StorageUnavailable
 */
export async function storeRegrade(
  { verdicts, clock, retry }: Pick<RegradeSubmissionDeps, "verdicts" | "clock" | "retry">,
  { read, grading }: Extract<RegradeOutcome, { kind: "graded" }>,
): Promise<RegradeOutcome> {
  const regraded = regradedFrom(read, Math.floor(clock.now() / 1000));
  const isStored = await retry(() => verdicts.replace(read, grading, regraded));
  return isStored ? { kind: "stored", read, grading } : { kind: "overtaken" };
}
