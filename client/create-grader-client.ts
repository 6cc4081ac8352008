import { hc } from "hono/client";
import { call } from "./call.js";
import type { GraderClient, GraderClientOptions } from "./grader-client.js";
import { GraderError } from "./grader-error.js";
import type { Routes } from "./routes.js";
import { withBodyDigest } from "./with-body-digest.js";

export type * from "./grader-client.js";
export { GraderError };

/** A client of the service, for browsers and Node. */
export function createGraderClient(client: GraderClientOptions): GraderClient {
  const send = client.fetch ?? ((input, init) => fetch(input, init));
  const routes = hc<Routes>(client.baseUrl, {
    fetch: client.signsBody ? withBodyDigest(send) : send,
  });
  return {
    grade(request, options) {
      const json = { ...request, executionMode: "GRADE_SUBMISSION" as const };
      return call("POST", (sent) => routes.grade.$post({ json }, sent), client, options);
    },
    runCustomTests({ customTestCases, ...request }, options) {
      const json = {
        ...request,
        executionMode: "RUN_CUSTOM_TESTS" as const,
        customTestCases: [...customTestCases],
      };
      return call("POST", (sent) => routes.grade.$post({ json }, sent), client, options);
    },
    submissions({ pageSize, ...names } = {}, options) {
      const query = { ...names, ...(pageSize === undefined ? {} : { pageSize: String(pageSize) }) };
      return call("GET", (sent) => routes.submissions.$get({ query }, sent), client, options);
    },
    async submission(submissionId, options) {
      // As a part of a path these would lead elsewhere.
      if (/^\.{0,2}$/.test(submissionId)) {
        const sentence = "There is no such submission; check its id.";
        throw new GraderError(sentence, { code: "SubmissionNotFound", status: 0 });
      }
      const param = { submissionId: encodeURIComponent(submissionId) };
      const one = routes.submissions[":submissionId"];
      return call("GET", (sent) => one.$get({ param }, sent), client, options);
    },
  };
}
