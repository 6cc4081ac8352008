import { call } from "./call.js";
import { customTestsBody } from "./custom-tests-body.js";
import type { ExactGraderClient, ExactGraderClientOptions } from "./exact-values.js";
import type { GraderClient, GraderClientOptions, SubmissionsQuery } from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import type { ClientSettings, ServiceRequest } from "./send.js";

export type * from "./exact-values.js";
export type * from "./grader-client.js";
export { GraderError };

/** A client of the service, for browsers and Node. */
export function createGraderClient(options: ExactGraderClientOptions): ExactGraderClient;
export function createGraderClient(options: GraderClientOptions): GraderClient;
export function createGraderClient(client: ClientSettings): GraderClient | ExactGraderClient {
  const listSubmissions: GraderClient["listSubmissions"] = (query, options) =>
    call({ method: "GET", path: submissionsPath(query) }, client, options);
  const getSubmission: GraderClient["getSubmission"] = async (submissionId, options) =>
    call({ method: "GET", path: submissionPath(submissionId) }, client, options);
  const grader: GraderClient = {
    async grade(request, options) {
      const body = JSON.stringify({ ...request, executionMode: "GRADE_SUBMISSION" });
      return call(gradeRequest(body), client, options);
    },
    async runCustomTests(request, options) {
      const body = customTestsBody(request, client.exactValues === true);
      return call(gradeRequest(body), client, options);
    },
    listSubmissions,
    getSubmission,
    async warmUp(options) {
      await call({ method: "POST", path: "/warm-up" }, client, options);
    },
    submissions: listSubmissions,
    submission: getSubmission,
  };
  return grader;
}

function gradeRequest(body: string): ServiceRequest {
  return { method: "POST", path: "/grade", body };
}

function submissionsPath(query: SubmissionsQuery = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  const sent = parameters.toString();
  return sent === "" ? "/submissions" : `/submissions?${sent}`;
}

function submissionPath(submissionId: string): string {
  // As a part of a path these would lead elsewhere.
  if (/^\.{0,2}$/.test(submissionId)) {
    const sentence = "There is no such submission; check its id.";
    throw new GraderError(sentence, { code: "SubmissionNotFound", status: 0 });
  }
  return `/submissions/${encodeURIComponent(submissionId)}`;
}
