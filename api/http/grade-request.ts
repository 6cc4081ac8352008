import * as z from "zod";
import { findLanguage, LANGUAGES } from "../domain/language.js";
import { utf8Length } from "../domain/text.js";

const MAX_CODE_BYTES = 64 * 1024;
const MAX_CUSTOM_CASES = 100;

/** DynamoDB's limit on a partition key. */
const MAX_KEY_BYTES = 2048;

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

const userCode = text("userCode").refine(
  (code) => utf8Length(code) <= MAX_CODE_BYTES,
  `is larger than ${MAX_CODE_BYTES} bytes of UTF-8`,
);

const problemId = (missingSentence: string) =>
  text(missingSentence).refine(
    (id) => utf8Length(id) <= MAX_KEY_BYTES,
    `is longer than ${MAX_KEY_BYTES} bytes`,
  );

const language = z
  .string()
  .nullish()
  .transform((name, context) => {
    if (name === undefined || name === null) return LANGUAGES[0];
    const known = findLanguage(name);
    if (known !== undefined) return known;
    context.addIssue(`there is no runner for ${quoted(name)}; there is: ${LANGUAGES.join(", ")}`);
    return z.NEVER;
  });

/** Clients that write every field send null for what they have not. */
const absent = <Value>(value: Value | null | undefined) => value ?? undefined;

const gradeSubmission = z.object({
  executionMode: z.literal("GRADE_SUBMISSION"),
  userCode,
  problemId: problemId("problemId for GRADE_SUBMISSION"),
  language,
  submissionId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/, "must be 1 to 128 letters, digits, _ or -")
    .nullish()
    .transform(absent),
});

const runCustomTests = z.object({
  executionMode: z.literal("RUN_CUSTOM_TESTS"),
  userCode,
  customTestCases: z
    .array(z.unknown(), { error: missing("customTestCases for RUN_CUSTOM_TESTS") })
    .max(MAX_CUSTOM_CASES, `has more than ${MAX_CUSTOM_CASES} elements`),
  problemId: problemId("problemId").nullish().transform(absent),
  language,
});

/** The body of `POST /grade`. */
export const gradeRequest = z.preprocess(
  (body) =>
    isObject(body) ? { ...body, executionMode: body.executionMode ?? "GRADE_SUBMISSION" } : body,
  z.discriminatedUnion("executionMode", [gradeSubmission, runCustomTests], {
    error: ({ input }) =>
      isObject(input) ? `Unknown executionMode: ${quoted(input.executionMode)}` : undefined,
  }),
);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a caller sent, short enough to send back. */
function quoted(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 100);
}
