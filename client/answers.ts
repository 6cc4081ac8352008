// What the service answers, as its own schemas have it. The packed client has these types written out.
export type { CaseResult } from "../api/http/grade/case-result-schema.js";
export type {
  CustomTestResult,
  CustomTestsResponse,
  RunCodeOutput,
} from "../api/http/grade/custom-tests-response-schema.js";
export type { GradeResponse } from "../api/http/grade/grade-response-schema.js";
export type {
  CustomTestsEvent,
  FailedEvent,
  GradingEvent,
} from "../api/http/grade/live-event-schema.js";
export type {
  Problem,
  ProblemGroup,
  ProblemListing,
  ProblemPage,
  SampleCase,
  TestCase,
  WholeProblem,
} from "../api/http/problems/schemas.js";
export type {
  Regraded,
  SubmissionPage,
  SubmissionSummary,
  WholeSubmission,
} from "../api/http/submissions/schemas.js";
export type { Reason, Status } from "../api/http/verdict-schema.js";
