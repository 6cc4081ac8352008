import * as z from "zod";
import { REASONS, STATUSES } from "../../domain/verdict.js";

/** One graded test case. */
export const caseResult = z
  .object({
    caseNumber: z.number().describe("Counted from 1."),
    status: z.enum(STATUSES),
    executionTime: z.number().describe("Seconds."),
    stdout: z
      .string()
      .nullable()
      .describe("The first 500 characters, null when nothing was written."),
    stderr: z
      .string()
      .nullable()
      .describe("The same of stderr, whose last line is JSON on a fault: `error` and `traceback`."),
    reason: z.enum(REASONS).optional().describe("Why, where the status alone does not say it."),
    peakMemoryKb: z.number().optional(),
    cpuTime: z.number().optional().describe("Seconds."),
  })
  .meta({ id: "CaseResult" });

export type CaseResult = z.infer<typeof caseResult>;
