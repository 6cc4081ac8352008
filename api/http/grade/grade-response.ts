import { toJsonText } from "../../domain/json.js";
import { fitResults, type Submission, withoutOutputs } from "../../domain/submission.js";
import { utf8Length } from "../../domain/text.js";
import type { CaseResult } from "../../domain/verdict.js";
import type { AnswerForm } from "./answer-form.js";
import { fitsResponse } from "./answerable.js";
import type { GradeResponse } from "./grade-response-schema.js";
import type { CaseEvent } from "./work.js";

/** A graded submission as clients get it: everything but its code and its owner. */
function gradeResponse(submission: Submission): GradeResponse {
  return {
    submissionId: submission.submissionId,
    status: submission.status,
    executionTime: submission.executionTime,
    results: [...submission.results],
    errorMessage: submission.errorMessage,
    executionMode: "GRADE_SUBMISSION_RESULTS",
    problemTitle: submission.problemTitle,
    problemTitleTranslated: submission.problemTitleTranslated,
    score: submission.score,
    passedCaseCount: submission.passedCaseCount,
    totalCaseCount: submission.totalCaseCount,
    ...(submission.earnedPoints !== undefined && { earnedPoints: submission.earnedPoints }),
    ...(submission.totalPoints !== undefined && { totalPoints: submission.totalPoints }),
    ...(submission.testSetHash !== undefined && { testSetHash: submission.testSetHash }),
    ...(submission.resultsTruncated ? { resultsTruncated: true } : {}),
  };
}

/** Escaped once more by Lambda, a body of this size still fits its response. */
const CUT_ANSWER_BYTES = 2.5 * 1024 * 1024;

/** The same, with outputs cut should it be too large to send. */
export function answerableGradeResponse(submission: Submission): GradeResponse {
  const whole = gradeResponse(submission);
  if (fitsResponse(JSON.stringify(whole))) return whole;
  return gradeResponse(fitResults(submission, CUT_ANSWER_BYTES, jsonSize));
}

/** A submission that is graded, as it is told. */
export const gradeForm: AnswerForm<GradedCaseEvent, Submission> = {
  answerText: (submission) => toJsonText(answerableGradeResponse(submission)),
  caseText({ result }, mostBytes) {
    const whole = toJsonText(result);
    return utf8Length(whole) <= mostBytes ? whole : toJsonText(withoutOutputs(result));
  },
  lastEvent: "graded",
};

interface GradedCaseEvent extends CaseEvent {
  readonly result: CaseResult;
}

const jsonSize = (value: unknown) => utf8Length(JSON.stringify(value));
