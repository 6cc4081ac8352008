import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { submissionsRequest } from "../submissions/request.js";
import { submissionPage, submissionSummary, wholeSubmission } from "../submissions/schemas.js";
import { errorsWithToken } from "./error-responses.js";
import exchanges from "./examples/submissions.json" with { type: "json" };
import { jsonResponse } from "./json-response.js";

/** `/submissions` and `/submissions/{submissionId}` */
export const submissionsPaths: ZodOpenApiPathsObject = {
  "/submissions": {
    get: {
      operationId: "listSubmissions",
      tags: ["submissions"],
      summary: "Lists the summaries of everybody's submissions",
      description: `Without a filter all submissions are listed. The filters are the whole value, to the letter. One of them may
be sent, or \`problemId\` beside \`userId\` or \`author\`; each once, and none empty.

Where a deployment shows submissions to their owners alone, the list is the caller's own, all or of a \`problemId\`;
another filter is a 400. Staff sees everybody's there too.

Read on until \`lastEvaluatedKey\` is null, not until a page is short. A list is eventually consistent: a
submission shows up in it moments after it was graded.`,
      security: [{ idToken: [] }],
      requestParams: { query: submissionsRequest },
      responses: {
        200: jsonResponse("A page of the list.", submissionPage, exchanges.page),
        ...errorsWithToken(["InvalidInput", "StorageUnavailable"]),
      },
    },
  },
  "/submissions/{submissionId}": {
    get: {
      operationId: "readSubmission",
      tags: ["submissions"],
      summary: "Shows a submission as it was last stored",
      description:
        "All of it for its owner and for staff; the summary for anybody else: no code, no outputs, no results. Where a deployment shows submissions to their owners alone, another's is not found.",
      security: [{ idToken: [] }],
      requestParams: { path: z.object({ submissionId: z.string() }) },
      responses: {
        200: jsonResponse(
          "The submission.",
          z.union([wholeSubmission, submissionSummary]),
          exchanges.submission,
        ),
        ...errorsWithToken(["SubmissionNotFound", "StorageUnavailable"]),
      },
    },
  },
};
