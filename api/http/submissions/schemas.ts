import * as z from "zod";
import type { Regraded as Regrading } from "../../domain/regraded.js";
import type { SubmissionSummary as Summary } from "../../domain/submission.js";
import { caseResult } from "../grade/case-result-schema.js";
import { pointsAndTests } from "../grade/grade-response-schema.js";
import { pageOf } from "../lists/page-schema.js";
import { status } from "../verdict-schema.js";

/** What everybody may see of a submission; these schemas drop everything else. */
export const submissionSummary = z
  .object({
    submissionId: z.string(),
    problemId: z.string().nullable(),
    problemTitle: z.string().nullable(),
    problemTitleTranslated: z.string().nullable(),
    userId: z.string().nullable(),
    author: z.string().nullable(),
    language: z.string().nullable(),
    status: status.nullable(),
    executionTime: z.number().nullable().describe("Seconds; the slowest case's."),
    submissionTime: z.number().describe("Seconds since 1970."),
    score: z.number().nullable().describe("0 to 100."),
    passedCaseCount: z.number().nullable().describe("Of test cases."),
    totalCaseCount: z.number().nullable().describe("Of test cases."),
  })
  .meta({
    id: "SubmissionSummary",
    description:
      "What everybody may see of a submission. A field that could not be stored is null.",
  }) satisfies z.ZodType<Summary>;

export type SubmissionSummary = z.infer<typeof submissionSummary>;

const regraded = z
  .object({
    previousStatus: status.nullable(),
    previousScore: z.number().nullable().describe("0 to 100."),
    previousTestSetHash: z
      .string()
      .nullable()
      .optional()
      .describe("For staff: stands for the tests that it was graded by before."),
    regradeTime: z.number().describe("Seconds since 1970."),
  })
  .meta({
    id: "Regraded",
    description:
      "What a submission had before its problem's tests changed and it was graded again.",
  }) satisfies z.ZodType<Regrading>;

export type Regraded = z.infer<typeof regraded>;

/** What its owner and staff get. */
export const wholeSubmission = submissionSummary
  .extend({
    errorMessage: z
      .string()
      .nullable()
      .describe("A sentence about the first case that failed, null when accepted."),
    results: z.array(caseResult),
    ...pointsAndTests,
    resultsTruncated: z
      .literal(true)
      .optional()
      .describe("Present when outputs were cut so that it could be stored."),
    regraded: regraded.optional().describe("Present after a regrade."),
    userCode: z.string().nullable(),
  })
  .meta({ id: "WholeSubmission", description: "A submission as its owner and staff see it." });

export type WholeSubmission = z.infer<typeof wholeSubmission>;

/** A page of a list. */
export const submissionPage = pageOf(submissionSummary).meta({
  id: "SubmissionPage",
  description: "A page of a list of submissions.",
});

export type SubmissionPage = z.infer<typeof submissionPage>;
