import * as z from "zod";
import type { ZodOpenApiPathItemObject } from "zod-openapi";
import { customTestsResponse } from "../grade/custom-tests-response-schema.js";
import { gradeResponse } from "../grade/grade-response-schema.js";
import { gradeRequest } from "../grade/request.js";
import { errorsWithToken } from "./error-responses.js";
import exchanges from "./examples/grade.json" with { type: "json" };
import { jsonResponse } from "./json-response.js";
import { namedExamples } from "./named-examples.js";

/** `/grade` */
export const gradePath: ZodOpenApiPathItemObject = {
  post: {
    operationId: "grade",
    tags: ["grading"],
    summary: "Grades a submission, or runs the caller's own tests",
    description: `The code is imported as a module, and its first function named \`solution\`, \`solve\`, \`answer\` or
\`main\` is called with the input as its one argument. What it returns is the answer. A problem may name another
function, spread the input over its arguments, or take a program that reads stdin and writes stdout.

\`GRADE_SUBMISSION\` compares it with what the problem expects, case by case, and stores the submission.
\`RUN_CUSTOM_TESTS\` compares and stores nothing.

An optional field may be absent or null; fields that are not described are ignored. At most 1 MiB.`,
    security: [{ idToken: [] }],
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: gradeRequest, examples: namedExamples(exchanges, "request") },
      },
    },
    responses: {
      200: jsonResponse(
        "The verdict, or what the code did with each input.",
        z.discriminatedUnion("executionMode", [gradeResponse, customTestsResponse]),
        exchanges,
      ),
      ...errorsWithToken([
        "InvalidInput",
        "ProblemNotFound",
        "SubmissionIdTaken",
        "PayloadTooLarge",
        "ResponseTooLarge",
        "UnsupportedMediaType",
        "ExecutorBusy",
        "StorageUnavailable",
        "SubmissionNotSaved",
      ]),
    },
  },
};
