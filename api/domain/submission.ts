import type { CaseResult, Verdict } from "./verdict.js";

/** Who sent a request, as their ID token says. */
export interface Caller {
  readonly userId: string;
  readonly author: string;
}

/** A graded submission: what is stored, and (without its code) what the client is told. */
export interface Submission extends Verdict, Caller {
  readonly submissionId: string;
  readonly problemId: string;
  readonly problemTitle: string;
  readonly problemTitleTranslated: string;
  readonly language: string;
  readonly userCode: string;
  /** Epoch seconds. */
  readonly submissionTime: number;
  readonly results: readonly CaseResult[];
  /** Present when outputs were cut so that the whole fits. */
  readonly resultsTruncated?: true;
}

/**
 * The submission with outputs cut, case by case, until `sizeOf` it is at most `maxBytes`: accepted
 * cases first, and of the others the first one last. Statuses, counts, messages and code are never
 * cut.
 */
export function fitResults(
  submission: Submission,
  maxBytes: number,
  sizeOf: (value: Submission | CaseResult) => number,
): Submission {
  let excess = sizeOf(submission) - maxBytes;
  if (excess <= 0) return submission;
  const results = [...submission.results];
  const isAccepted = (result: CaseResult) => result.status === "ACCEPTED";
  const order = [
    ...submission.results.filter(isAccepted),
    ...submission.results.filter((result) => !isAccepted(result)).reverse(),
  ];
  for (const result of order) {
    if (excess <= 0) break;
    const cut = { ...result, stdout: null, stderr: null };
    excess -= sizeOf(result) - sizeOf(cut);
    results[result.caseNumber - 1] = cut;
  }
  return { ...submission, results, resultsTruncated: true };
}
