import * as z from "zod";
import type { ZodOpenApiPathItemObject } from "zod-openapi";
import { customTestsResponse } from "../grade/custom-tests-response-schema.js";
import { gradeResponse } from "../grade/grade-response-schema.js";
import { customTestsEvent, gradingEvent } from "../grade/live-event-schema.js";
import { gradeRequest } from "../grade/request.js";
import { errorsWithToken } from "./error-responses.js";
import exchanges from "./examples/grade.json" with { type: "json" };
import { jsonResponse } from "./json-response.js";
import { namedExamples } from "./named-examples.js";

const plain = jsonResponse(
  "The verdict, or what the code did with each input. As `application/x-ndjson` the schema is of each line.",
  z.discriminatedUnion("executionMode", [gradeResponse, customTestsResponse]),
  exchanges,
);

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

With \`Accept: application/x-ndjson\` the answer is told as it happens, an event a line; a line without text is
a sign of life. What is known to be wrong before the first case is a plain error. Whoever hangs up does not
stop the grading.

An optional field may be absent or null; fields that are not described are ignored. At most 1 MiB.`,
    security: [{ idToken: [] }],
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: gradeRequest, examples: namedExamples(exchanges, "request") },
      },
    },
    responses: {
      200: {
        ...plain,
        content: {
          ...plain.content,
          "application/x-ndjson": { schema: z.union([gradingEvent, customTestsEvent]) },
        },
      },
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
