import * as z from "zod";
import { status } from "../verdict-schema.js";
import { caseResult } from "./case-result-schema.js";

/** What a submission has where its problem has points or groups, and what staff is told. */
export const pointsAndTests = {
  earnedPoints: z
    .number()
    .min(0)
    .optional()
    .describe("Of `totalPoints`; both where the problem has points or groups."),
  totalPoints: z.number().min(0).optional().describe("What can be earned."),
  testSetHash: z
    .string()
    .nullable()
    .optional()
    .describe("For staff: stands for the tests, limits and points that it was graded by."),
};

/** A graded submission as clients get it: everything but its code and its owner. */
export const gradeResponse = z
  .object({
    submissionId: z.string(),
    status: status.describe(
      "`INTERNAL_ERROR` when any case is, else that of the first case that failed.",
    ),
    executionTime: z.number().min(0).describe("Seconds; the slowest case's."),
    results: z.array(caseResult),
    errorMessage: z
      .string()
      .nullable()
      .describe("A sentence about the first case that failed, null when accepted."),
    executionMode: z.literal("GRADE_SUBMISSION_RESULTS"),
    problemTitle: z.string(),
    problemTitleTranslated: z.string(),
    score: z.int().min(0).max(100).describe("0 to 100."),
    passedCaseCount: z.int().min(0).describe("Of test cases."),
    totalCaseCount: z.int().min(0).describe("Of test cases."),
    ...pointsAndTests,
    resultsTruncated: z
      .literal(true)
      .optional()
      .describe("Present when outputs were cut so that the whole could be sent."),
  })
  .meta({ id: "GradeResponse", description: "A graded submission." });

export type GradeResponse = z.infer<typeof gradeResponse>;
