import * as z from "zod";
import { reason, status } from "../verdict-schema.js";

/** A value of a sample case. */
const shown = (what: string) =>
  z
    .string()
    .optional()
    .describe(
      `${what} of a sample case as JSON text (of a program the text itself), of which the first 2,000 characters.`,
    );

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
    name: z.string().optional().describe("What the problem's author calls the case."),
    group: z.string().optional().describe("The id of the group of cases that it counts in."),
    points: z
      .number()
      .min(0)
      .optional()
      .describe("What the case is worth, where the problem has points or groups."),
    message: z.string().optional().describe("What the problem's checker says of the answer."),
    input: shown("The input"),
    expectedOutput: shown("The expected output"),
    returnValue: shown("The returned value"),
    difference: z
      .string()
      .optional()
      .describe(
        "Where the returned value first differs from the expected one: a path such as `$.rows[3]`, `line 2` of two texts, or `$` where no place can be told.",
      ),
  })
  .meta({
    id: "CaseResult",
    description:
      "One graded test case. Of a hidden one there is no output, no memory and at most the class of a fault; of a sample there are its values.",
  });

export type CaseResult = z.infer<typeof caseResult>;
