import * as z from "zod";
import { errorBody } from "../error-body-schema.js";
import { caseResult } from "./case-result-schema.js";
import { customTestResult, customTestsResponse } from "./custom-tests-response-schema.js";
import { gradeResponse } from "./grade-response-schema.js";

const totalCaseCount = z.int().min(0).describe("So many cases follow.");

const failed = errorBody
  .extend({
    event: z.literal("failed"),
    status: z.int().min(400).max(599).describe("What a plain answer would have had."),
    retryAfterSeconds: z
      .number()
      .optional()
      .describe("What a plain answer would have had as its `Retry-After`."),
    message: z.string().optional(),
    result: gradeResponse
      .optional()
      .describe("With `SubmissionNotSaved`: the verdict, which is stored nowhere."),
  })
  .meta({ id: "FailedEvent", description: "Why there is no answer: a plain error as an event." });

export type FailedEvent = z.infer<typeof failed>;

/** A line of the live answer to `GRADE_SUBMISSION`. */
export const gradingEvent = z
  .discriminatedUnion("event", [
    z.object({ event: z.literal("started"), submissionId: z.string(), totalCaseCount }),
    caseResult.extend({ event: z.literal("case") }),
    gradeResponse.extend({ event: z.literal("graded") }),
    failed,
  ])
  .meta({
    id: "GradingEvent",
    description:
      "A line of the live answer to `GRADE_SUBMISSION`: `started`, a `case` for each as it is judged, and last `graded`, the whole answer, or `failed`.",
  });

export type GradingEvent = z.infer<typeof gradingEvent>;

/** A line of the live answer to `RUN_CUSTOM_TESTS`. */
export const customTestsEvent = z
  .discriminatedUnion("event", [
    z.object({ event: z.literal("started"), totalCaseCount }),
    customTestResult.extend({ event: z.literal("case") }),
    customTestsResponse.extend({ event: z.literal("ran") }),
    failed,
  ])
  .meta({
    id: "CustomTestsEvent",
    description:
      "A line of the live answer to `RUN_CUSTOM_TESTS`: `started`, a `case` for each as it has run, and last `ran`, the whole answer, or `failed`.",
  });

export type CustomTestsEvent = z.infer<typeof customTestsEvent>;
