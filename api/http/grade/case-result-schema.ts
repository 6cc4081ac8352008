import * as z from "zod";
import { reason, status } from "../verdict-schema.js";

/** One graded test case. */
export const caseResult = z
  .object({
    caseNumber: z.number().describe("Counted from 1."),
    status,
    executionTime: z.number().describe("Seconds, by the clock."),
    stdout: z
      .string()
      .nullable()
      .describe("The first 500 characters, null when nothing was written."),
    stderr: z
      .string()
      .nullable()
      .describe("The same of stderr, whose last line is JSON on a fault: `error` and `traceback`."),
    reason: reason.optional(),
    error: z
      .string()
      .max(300)
      .optional()
      .describe(
        "The fault in one line of at most 300 characters, such as `KeyError: 'a' (line 4)`; absent without one.",
      ),
    peakMemoryKb: z.number().optional().describe("KiB, at its most."),
    cpuTime: z.number().optional().describe("Seconds of processor time."),
  })
  .meta({ id: "CaseResult", description: "One graded test case." });

export type CaseResult = z.infer<typeof caseResult>;
