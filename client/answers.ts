// What the service answers, as its own schemas have it. The packed client has these types written out.
export type { CaseResult } from "../api/http/schemas/case-result.js";
export type {
  CustomTestsResponse,
  RunCodeOutput,
} from "../api/http/schemas/custom-tests-response.js";
export type { GradeResponse } from "../api/http/schemas/grade-response.js";
export type {
  SubmissionPage,
  SubmissionSummary,
  WholeSubmission,
} from "../api/http/schemas/submission.js";
