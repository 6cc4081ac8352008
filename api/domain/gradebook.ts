import type { SubmissionSummary } from "./submission.js";

/** What a student has made of a problem so far. */
export interface GradebookEntry {
  /** The one that counts most; of several that count the same the first. */
  readonly best: SubmissionSummary;
  readonly latest: SubmissionSummary;
  /** Newest first. */
  readonly submissions: readonly [SubmissionSummary, ...SubmissionSummary[]];
}

/** An entry for every student and problem among these submissions, by the students' names. */
export function gradebook(submissions: Iterable<SubmissionSummary>): readonly GradebookEntry[] {
  const all = new Map<string, [SubmissionSummary, ...SubmissionSummary[]]>();
  for (const submission of submissions) {
    const key = JSON.stringify([studentOf(submission), submission.problemId]);
    const others = all.get(key);
    if (others === undefined) all.set(key, [submission]);
    else others.push(submission);
  }
  return [...all.values()].map(entryOf).sort(byStudent);
}

/** Tells students apart: by name only where an id was too long to be stored, since names can be changed. */
export function studentOf({ userId, author, submissionId }: SubmissionSummary): string {
  return userId ?? author ?? submissionId;
}

function entryOf(submissions: [SubmissionSummary, ...SubmissionSummary[]]): GradebookEntry {
  submissions.sort(newestFirst);
  const best = submissions.reduce((newer, older) => (countsAsMuch(older, newer) ? older : newer));
  return { best, latest: submissions[0], submissions };
}

function countsAsMuch(one: SubmissionSummary, other: SubmissionSummary): boolean {
  const others = worthOf(other);
  const differing = worthOf(one)
    .map((figure, index) => figure - (others[index] ?? 0))
    .find((difference) => difference !== 0);
  return (differing ?? 0) >= 0;
}

/** What makes a submission count, the most important first; one that the service failed on counts least. */
function worthOf({ score, status, passedCaseCount }: SubmissionSummary): readonly number[] {
  return [
    score ?? -1,
    status === "ACCEPTED" ? 1 : 0,
    passedCaseCount ?? 0,
    status === null || status === "INTERNAL_ERROR" ? 0 : 1,
  ];
}

function newestFirst(one: SubmissionSummary, other: SubmissionSummary): number {
  const later = other.submissionTime - one.submissionTime;
  return later || inOrder(other.submissionId, one.submissionId);
}

function byStudent({ latest: one }: GradebookEntry, { latest: other }: GradebookEntry): number {
  return (
    inOrder(one.author ?? "", other.author ?? "") ||
    inOrder(studentOf(one), studentOf(other)) ||
    inOrder(one.problemId ?? "", other.problemId ?? "")
  );
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
