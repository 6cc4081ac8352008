import { expect, it } from "vitest";
import { readSubmissionItem, toSubmissionItem } from "../../api/adapters/submission-item.js";
import { fitsResponse } from "../../api/http/grade/answerable.js";
import { submissionResponse } from "../../api/http/submissions/response.js";
import { gradedSubmission } from "../support/graded-submission.js";

/** Six characters as JSON, seven once Lambda has quoted that. */
const CONTROLS = "\u0001".repeat(500);

it("whatever can be stored can be answered", () => {
  const results = Array.from({ length: 2500 }, (_, index) => ({
    caseNumber: index + 1,
    status: "RUNTIME_ERROR" as const,
    executionTime: 0.1,
    stdout: CONTROLS,
    stderr: CONTROLS,
  }));
  const userCode = "\u0001".repeat(64 * 1024);
  const stored = readSubmissionItem(toSubmissionItem(gradedSubmission({ results, userCode })));
  expect(stored.resultsTruncated).toBe(true);
  expect(fitsResponse(JSON.stringify(submissionResponse(stored)))).toBe(true);
});
