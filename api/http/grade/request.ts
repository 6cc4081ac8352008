import * as z from "zod";
import { isObject } from "../../domain/json.js";
import { isKey, MAX_KEY_BYTES } from "../../domain/key.js";
import { findLanguage, LANGUAGES } from "../../domain/language.js";
import { SUBMISSION_ID } from "../../domain/submission.js";
import { utf8Length } from "../../domain/text.js";

const MAX_CODE_BYTES = 64 * 1024;
const MAX_CUSTOM_CASES = 100;

/** Sentences that name their field themselves; every other one is put behind its path. */
const missing = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined || issue.input === null || issue.input === ""
    ? `Missing ${what}`
    : undefined;

const text = (missingSentence: string) =>
  z
    .string({ error: missing(missingSentence) })
    .min(1, { error: missing(missingSentence) })
    .refine((value) => value.isWellFormed(), "has a lone surrogate");

const userCode = text("userCode")
  .refine(
    (code) => utf8Length(code) <= MAX_CODE_BYTES,
    `is larger than ${MAX_CODE_BYTES} bytes of UTF-8`,
  )
  .describe("Python, at most 64 KiB of UTF-8.");

const problemId = (missingSentence: string) =>
  text(missingSentence).refine(isKey, `is longer than ${MAX_KEY_BYTES} bytes`);

const language = z
  .string()
  .nullish()
  .transform((name, context) => {
    if (name === undefined || name === null) return LANGUAGES[0];
    const known = findLanguage(name);
    if (known !== undefined) return known;
    context.addIssue(`there is no runner for ${quoted(name)}; there is: ${LANGUAGES.join(", ")}`);
    return z.NEVER;
  })
  .describe("`python3.12`, also when absent; `python` means the same.");

/** Clients that write every field send null for one without a value. */
const absent = <Value>(value: Value | null | undefined) => value ?? undefined;

const gradeSubmission = z
  .object({
    executionMode: z
      .literal("GRADE_SUBMISSION")
      .nullish()
      .transform(() => "GRADE_SUBMISSION" as const)
      .describe("May be left out."),
    userCode,
    problemId: problemId("problemId for GRADE_SUBMISSION"),
    language,
    submissionId: z
      .string()
      .regex(SUBMISSION_ID, "must be 1 to 128 letters, digits, _ or -")
      .nullish()
      .transform(absent)
      .describe("Made when absent. The same one again replaces your earlier submission."),
  })
  .meta({ id: "GradeRequest", description: "A submission to be graded." });

const runCustomTests = z
  .object({
    executionMode: z.literal("RUN_CUSTOM_TESTS"),
    userCode,
    customTestCases: z
      .array(z.unknown(), { error: missing("customTestCases for RUN_CUSTOM_TESTS") })
      .max(MAX_CUSTOM_CASES, `has more than ${MAX_CUSTOM_CASES} elements`)
      .describe("The inputs, any JSON."),
    problemId: problemId("problemId")
      .nullish()
      .transform(absent)
      .describe("Gives the time limit, which is 2 s without it."),
    language,
  })
  .meta({ id: "CustomTestsRequest", description: "Code to be run on the caller's own inputs." });

/** The body of `POST /grade`. */
export const gradeRequest = z.discriminatedUnion(
  "executionMode",
  [gradeSubmission, runCustomTests],
  {
    error: ({ input }) =>
      isObject(input) ? `Unknown executionMode: ${quoted(input.executionMode)}` : undefined,
  },
);

/** What a caller sent, short enough to send back. */
function quoted(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 100);
}
