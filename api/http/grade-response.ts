import { fitResults, type Submission } from "../domain/submission.js";
import { isAnswerable } from "./answerable.js";

/** A graded submission as clients get it: everything but its code and its owner. */
export function gradeResponse(submission: Submission) {
  return {
    submissionId: submission.submissionId,
    status: submission.status,
    executionTime: submission.executionTime,
    results: submission.results,
    errorMessage: submission.errorMessage,
    executionMode: "GRADE_SUBMISSION_RESULTS",
    problemTitle: submission.problemTitle,
    problemTitleTranslated: submission.problemTitleTranslated,
    score: submission.score,
    passedCaseCount: submission.passedCaseCount,
    totalCaseCount: submission.totalCaseCount,
    ...(submission.resultsTruncated ? { resultsTruncated: true } : {}),
  };
}

/** Escaped once more by Lambda, a body of this size still fits its response. */
const CUT_ANSWER_BYTES = 2.5 * 1024 * 1024;

/** The answer to `GRADE_SUBMISSION` as text, with outputs cut should it be too large to send. */
export function gradeText(submission: Submission): string {
  const whole = JSON.stringify(gradeResponse(submission));
  if (isAnswerable(whole)) return whole;
  return JSON.stringify(gradeResponse(fitResults(submission, CUT_ANSWER_BYTES)));
}
