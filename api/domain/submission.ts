import type { Regraded } from "./regraded.js";
import type { CaseResult, Verdict } from "./verdict.js";

/** Who sent a request, as their ID token says. */
export interface Caller extends Author {
  /** Whether they may see the whole of every submission. */
  readonly isStaff: boolean;
}

/** Whose a submission is. */
export interface Author {
  readonly userId: string;
  readonly author: string;
}

/** What grading makes of some code. */
export interface Grading extends Verdict {
  readonly results: readonly CaseResult[];
  /** Both where the problem has points or groups. */
  readonly earnedPoints?: number;
  readonly totalPoints?: number;
  /** Stands for the tests it was graded by; null for an unusable problem. */
  readonly testSetHash?: string | null | undefined;
}

/** A graded submission: what is stored, and (without its code) what the client is told. */
export interface Submission extends Grading, Author {
  readonly submissionId: string;
  readonly problemId: string;
  readonly problemTitle: string;
  readonly problemTitleTranslated: string;
  readonly language: string;
  readonly userCode: string;
  /** Epoch seconds. */
  readonly submissionTime: number;
  /** Present when outputs were cut so that the whole fits. */
  readonly resultsTruncated?: true;
}

/** The ids that a submission may have. */
export const SUBMISSION_ID = /^[A-Za-z0-9_-]{1,128}$/;

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null };

/** What shows a submission's code, or quotes what it wrote. */
type PrivateName =
  | "userCode"
  | "results"
  | "errorMessage"
  | "resultsTruncated"
  | "earnedPoints"
  | "totalPoints"
  | "testSetHash";

/** What no stored submission lacks: the last part of its place in every list. */
type PlaceName = "submissionId" | "submissionTime";

/** What anybody may see of a submission; null where the table lacks it (a name too long to store). */
export interface SubmissionSummary
  extends Pick<Submission, PlaceName>,
    Nullable<Omit<Submission, PlaceName | PrivateName>> {}

/** A submission as it was stored. */
export interface StoredSubmission
  extends SubmissionSummary,
    Pick<Submission, "earnedPoints" | "totalPoints" | "testSetHash"> {
  readonly userCode: string | null;
  readonly errorMessage: string | null;
  readonly results: readonly CaseResult[];
  readonly resultsTruncated?: true;
  /** Present after a regrade. */
  readonly regraded?: Regraded;
}

/** Whether a caller may see the whole of a submission, rather than its summary. */
export function isOpenTo(caller: Caller, { userId }: StoredSubmission): boolean {
  return caller.isStaff || userId === caller.userId;
}

/** What anybody may see of it. */
export function summaryOf(submission: StoredSubmission): SubmissionSummary {
  const { userCode, errorMessage, results, resultsTruncated, regraded, ...others } = submission;
  const { earnedPoints, totalPoints, testSetHash, ...summary } = others;
  return summary;
}

/**
 * The submission with outputs cut, case by case, until `sizeOf` it is at most `maxBytes`: accepted
 * cases first, and of the others the first one last; should that not do, without the cases' names and
 * groups. Statuses, counts, messages and code are never cut.
 */
export function fitResults<Whole extends Pick<Submission, "results">>(
  submission: Whole,
  maxBytes: number,
  sizeOf: (value: Whole | CaseResult) => number,
): Whole & Pick<Submission, "resultsTruncated"> {
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
    const cut = withoutOutputs(result);
    excess -= sizeOf(result) - sizeOf(cut);
    results[result.caseNumber - 1] = cut;
  }
  return {
    ...submission,
    results: excess > 0 ? results.map(withoutLabels) : results,
    resultsTruncated: true,
  };
}

function withoutLabels({ name, group, points, ...others }: CaseResult): CaseResult {
  return others;
}

/** The case with what it wrote and what quotes its values left out. */
export function withoutOutputs(result: CaseResult): CaseResult {
  const { error, message, input, expectedOutput, returnValue, difference, ...others } = result;
  return { ...others, stdout: null, stderr: null };
}
