import { randomUUID } from "node:crypto";
import type { Submission } from "../../api/domain/submission.js";

/** A submission as grading makes it, its id a new one unless told. */
export function gradedSubmission(changes: Partial<Submission> = {}): Submission {
  return {
    submissionId: randomUUID(),
    problemId: "p",
    problemTitle: "Title",
    problemTitleTranslated: "제목",
    language: "python3.12",
    userId: "owner",
    author: "Owner",
    userCode: "def solution(d): return d",
    submissionTime: 1_700_000_000,
    status: "ACCEPTED",
    executionTime: 0.012,
    errorMessage: null,
    score: 100,
    passedCaseCount: 1,
    totalCaseCount: 1,
    results: [
      { caseNumber: 1, status: "ACCEPTED", executionTime: 0.012, stdout: "out", stderr: null },
    ],
    ...changes,
  };
}
