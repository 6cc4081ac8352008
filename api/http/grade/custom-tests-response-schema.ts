import * as z from "zod";
import { reason } from "../verdict-schema.js";

const execution = {
  stdout: z.string().describe("The first 64 KiB."),
  stderr: z
    .string()
    .describe("The first 64 KiB. On a fault the last line is JSON: `error` and `traceback`."),
  returnValue: z
    .unknown()
    .describe(
      "Any JSON, with the digits that the code's language wrote. NaN and infinities are the texts `NaN`, `Infinity` and `-Infinity`.",
    ),
  exitCode: z.int().describe("Of the process; 0 when it ended well."),
  executionTimeMs: z.number().min(0).describe("Milliseconds, by the clock."),
  timedOut: z.boolean(),
  error: z
    .string()
    .nullable()
    .describe(
      "What an input must be, where the code cannot be called with this one; else null: what the code did wrong is in `reason` and `stderr`.",
    ),
  isSuccessful: z.boolean(),
  reason: reason.nullable().describe("Why there is no return value, null when there is."),
  signal: z
    .union([z.string(), z.number()])
    .nullable()
    .describe("The name of the signal that ended the process, or its number where it has none."),
  cpuTimeMs: z.number().min(0).describe("Milliseconds of processor time."),
  peakMemoryKb: z.number().min(0).describe("KiB, at its most."),
  stdoutTruncated: z.boolean(),
  stderrTruncated: z.boolean(),
};

/** What the caller's code did with one input, or that the executor failed to run it. */
export const runCodeOutput = z
  .discriminatedUnion("runCodeLambdaError", [
    z.object({ ...execution, runCodeLambdaError: z.literal(false) }),
    z.object({
      ...execution,
      returnValue: z.null(),
      isSuccessful: z.literal(false),
      runCodeLambdaError: z.literal(true).describe("The executor failed, not the code."),
      errorMessage: z.string().describe("A sentence that says what to do."),
      errorType: z.string(),
      trace: z.array(z.string()),
    }),
  ])
  .meta({ id: "RunCodeOutput", description: "What the code did with one input." });

export type RunCodeOutput = z.infer<typeof runCodeOutput>;

/** What became of one input. */
export const customTestResult = z
  .object({
    caseIdentifier: z.string().regex(/^Custom Case [1-9]\d*$/),
    input: z.unknown().describe("As it was sent, to the digit."),
    runCodeOutput,
  })
  .meta({ id: "CustomTestResult", description: "What the code did with one input, beside it." });

export type CustomTestResult = z.infer<typeof customTestResult>;

/** The answer to `RUN_CUSTOM_TESTS`. */
export const customTestsResponse = z
  .object({
    executionMode: z.literal("RUN_CUSTOM_TESTS_RESULTS"),
    results: z.array(customTestResult),
  })
  .meta({ id: "CustomTestsResponse", description: "What the code did with each input." });

export type CustomTestsResponse = z.infer<typeof customTestsResponse>;
