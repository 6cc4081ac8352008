import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { problemsRequest } from "../problems/request.js";
import { problem, problemPage, wholeProblem } from "../problems/schemas.js";
import { errorsWithToken } from "./error-responses.js";
import exchanges from "./examples/problems.json" with { type: "json" };
import { jsonResponse } from "./json-response.js";
import { etagHeader, notModified } from "./not-modified.js";

/** `/problems` and `/problems/{problemId}` */
export const problemsPaths: ZodOpenApiPathsObject = {
  "/problems": {
    get: {
      operationId: "listProblems",
      tags: ["problems"],
      summary: "Lists the problems that are there to be solved",
      description: `Read on until \`lastEvaluatedKey\` is null, not until a page is short. A service that was given its table of
problems has no list of them: \`NotFound\`.`,
      security: [{ idToken: [] }],
      requestParams: { query: problemsRequest },
      responses: {
        200: jsonResponse("A page of the list.", problemPage, exchanges.page, etagHeader),
        304: notModified,
        ...errorsWithToken(["InvalidInput", "NotFound", "StorageUnavailable"]),
      },
    },
  },
  "/problems/{problemId}": {
    get: {
      operationId: "readProblem",
      tags: ["problems"],
      summary: "Shows a problem, whether it is listed or not",
      description: `What a page needs to show it and have it solved, with its sample cases; of the other test cases only how many
there are. Staff sees all of it.`,
      security: [{ idToken: [] }],
      requestParams: { path: z.object({ problemId: z.string() }) },
      responses: {
        200: jsonResponse(
          "The problem.",
          z.union([wholeProblem, problem]),
          exchanges.problem,
          etagHeader,
        ),
        304: notModified,
        ...errorsWithToken(["ProblemNotFound", "ResponseTooLarge", "StorageUnavailable"]),
      },
    },
  },
};
