import type { Problem } from "../domain/problem.js";
import {
  isOutdated,
  isSelected,
  type OutdatedSubmission,
  type RegradeSelection,
} from "../domain/regrade.js";
import type { SubmissionSummary } from "../domain/submission.js";
import type { Log, ProblemStore, Retry, SubmissionStore, VerdictStore } from "../ports.js";
import { requireProblem } from "./require-problem.js";
import { RegradeRefused, requireSameTests } from "./require-same-tests.js";
import { submissionChunks } from "./submission-chunks.js";

export interface FindOutdatedSubmissionsDeps {
  readonly problems: ProblemStore;
  readonly submissions: Pick<SubmissionStore, "listPage">;
  readonly verdicts: Pick<VerdictStore, "testSetHashes">;
  readonly retry: Retry;
}

export interface FindOutdatedSubmissionsInput {
  readonly problemId: string;
  readonly selection: RegradeSelection;
  readonly log: Log;
  /** Told how many submissions were looked at so far. */
  readonly onProgress: (listedCount: number) => void;
}

export interface OutdatedSubmissions {
  readonly problem: Problem;
  /** Of the problem, whatever the selection says of status, time and number. */
  readonly listedCount: number;
  /** Those that the selection is of, the newest first. */
  readonly outdated: readonly OutdatedSubmission[];
}

/**
 * The submissions of a problem that were graded by other tests than its present ones.
 *
 * @throws VisibleError ProblemNotFound, StorageUnavailable; RegradeRefused where the problem cannot be
 * used, or changes while they are looked for
 */
export async function findOutdatedSubmissions(
  { problems, submissions, verdicts, retry }: FindOutdatedSubmissionsDeps,
  { problemId, selection, log, onProgress }: FindOutdatedSubmissionsInput,
): Promise<OutdatedSubmissions> {
  const problem = await retry(() => requireProblem(problems, problemId, log));
  if (problem.fault !== null) {
    const sentence = `The problem cannot be used, so nothing can be graded by it: ${problem.fault}`;
    throw new RegradeRefused(sentence);
  }
  const { userId, limit = Number.POSITIVE_INFINITY } = selection;
  const list = { filters: { problemId, userId }, sortOrder: "DESC" } as const;
  const outdated: OutdatedSubmission[] = [];
  let listedCount = 0;
  for await (const items of submissionChunks({ submissions, retry }, list)) {
    const selected = items.filter((item) => isSelected(item, selection));
    const hashes = await retry(() => verdicts.testSetHashes(selected.map(idOf)));
    for (const submission of selected) {
      const hash = hashes.get(submission.submissionId);
      // Undefined: it was removed since the index was written.
      if (hash === undefined || !isOutdated({ testSetHash: hash }, problem)) continue;
      outdated.push({ ...submission, testSetHash: hash });
    }
    listedCount += items.length;
    onProgress(listedCount);
    if (outdated.length >= limit) break;
  }
  // Else a submission by newer tests than those read above would count as outdated.
  await requireSameTests({ problems, retry }, problem);
  return { problem, listedCount, outdated: outdated.slice(0, limit) };
}

const idOf = ({ submissionId }: SubmissionSummary) => submissionId;
