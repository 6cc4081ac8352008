import type { SubmissionSummary, WholeSubmission } from "./answers.js";

/** A submission of somebody else's: what only its owner sees is not there. */
export interface ForeignSubmission extends SubmissionSummary {
  readonly results?: undefined;
  readonly userCode?: undefined;
  readonly errorMessage?: undefined;
  readonly resultsTruncated?: undefined;
  readonly regraded?: undefined;
}

/** What the caller may see of a submission: with `results` it is the whole of it. */
export type Submission = WholeSubmission | ForeignSubmission;
