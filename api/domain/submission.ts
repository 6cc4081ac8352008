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

/** The ids that a submission may have. */
export const SUBMISSION_ID = /^[A-Za-z0-9_-]{1,128}$/;

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null };

/** What shows a submission's code, or quotes what it wrote. */
type PrivateName = "userCode" | "results" | "errorMessage" | "resultsTruncated";

/** What no stored submission lacks: the last part of its place in every list. */
type PlaceName = "submissionId" | "submissionTime";

/** What anybody may see of a submission; null where the table lacks it (a name too long to store). */
export interface SubmissionSummary
  extends Pick<Submission, PlaceName>,
    Nullable<Omit<Submission, PlaceName | PrivateName>> {}

/** A submission as it was stored. */
export interface StoredSubmission extends SubmissionSummary {
  readonly userCode: string | null;
  readonly errorMessage: string | null;
  readonly results: readonly CaseResult[];
  readonly resultsTruncated?: true;
}

/** What a caller may see: the whole of their own submission, the summary of anybody else's. */
export function visibleTo(
  caller: Caller,
  submission: StoredSubmission,
): StoredSubmission | SubmissionSummary {
  if (submission.userId === caller.userId) return submission;
  const { userCode, errorMessage, results, resultsTruncated, ...summary } = submission;
  return summary;
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
    const { error: _, ...others } = result;
    const cut = { ...others, stdout: null, stderr: null };
    excess -= sizeOf(result) - sizeOf(cut);
    results[result.caseNumber - 1] = cut;
  }
  return { ...submission, results, resultsTruncated: true };
}
