import { call, callLive } from "./call.js";
import { customTestsBody } from "./custom-tests-body.js";
import type { ExactGraderClient, ExactGraderClientOptions } from "./exact-values.js";
import type {
  GradeRequest,
  GraderClient,
  GraderClientOptions,
  ProblemsQuery,
  SubmissionsQuery,
} from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import type { ClientSettings, ServiceRequest } from "./send.js";

export type * from "./exact-values.js";
export type * from "./grader-client.js";
export { GraderError };

/** A client of the service, for browsers and Node. */
export function createGraderClient(options: ExactGraderClientOptions): ExactGraderClient;
export function createGraderClient(options: GraderClientOptions): GraderClient;
export function createGraderClient(client: ClientSettings): GraderClient | ExactGraderClient {
  const { exactValues = false } = client;
  const listSubmissions: GraderClient["listSubmissions"] = (query, options) =>
    call(getRequest("/submissions", query), client, options);
  const getSubmission: GraderClient["getSubmission"] = async (submissionId, options) => {
    const path = `/submissions/${pathPart(submissionId, "SubmissionNotFound")}`;
    return call(getRequest(path), client, options);
  };
  const grader: GraderClient = {
    async grade(request, options) {
      return call(gradeRequest(submissionBody(request)), client, options);
    },
    async *gradeLive(request, options) {
      yield* callLive(gradeRequest(submissionBody(request)), client, options, "graded");
    },
    async runCustomTests(request, options) {
      return call(gradeRequest(customTestsBody(request, exactValues)), client, options);
    },
    async *runCustomTestsLive(request, options) {
      const body = customTestsBody(request, exactValues);
      yield* callLive(gradeRequest(body), client, options, "ran");
    },
    async listProblems(query, options) {
      return call(getRequest("/problems", query), client, options);
    },
    async getProblem(problemId, options) {
      const path = `/problems/${pathPart(problemId, "ProblemNotFound")}`;
      return call(getRequest(path), client, options);
    },
    listSubmissions,
    getSubmission,
    async warmUp({ language, ...options } = {}) {
      await call({ method: "POST", path: withQuery("/warm-up", { language }) }, client, options);
    },
    submissions: listSubmissions,
    submission: getSubmission,
  };
  return grader;
}

function submissionBody(request: GradeRequest): string {
  return JSON.stringify({ ...request, executionMode: "GRADE_SUBMISSION" });
}

function gradeRequest(body: string): ServiceRequest {
  return { method: "POST", path: "/grade", body };
}

function getRequest(path: string, query: SubmissionsQuery | ProblemsQuery = {}): ServiceRequest {
  return { method: "GET", path: withQuery(path, query) };
}

function withQuery(path: string, query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  const sent = parameters.toString();
  return sent === "" ? path : `${path}?${sent}`;
}

function pathPart(id: string, missing: "SubmissionNotFound" | "ProblemNotFound"): string {
  // As a part of a path these would lead elsewhere.
  if (/^\.{0,2}$/.test(id)) {
    const what = missing === "ProblemNotFound" ? "problem" : "submission";
    throw new GraderError(`There is no such ${what}; check its id.`, { code: missing, status: 0 });
  }
  return encodeURIComponent(id);
}
