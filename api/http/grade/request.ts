import * as z from "zod";
import {
  ARGUMENT_STYLES,
  DEFAULT_CALLING,
  ENTRY_FUNCTION_RULE,
  IOS,
  isEntryFunction,
} from "../../domain/entry.js";
import { isObject } from "../../domain/json.js";
import { isKey, MAX_KEY_BYTES } from "../../domain/key.js";
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
  .describe("At most 64 KiB of UTF-8.");

const problemId = (missingSentence: string) =>
  text(missingSentence).refine(isKey, `is longer than ${MAX_KEY_BYTES} bytes`);

const language = z
  .string()
  .nullish()
  .describe(
    "`python3.12`, also when absent; `python` means the same. `javascript` where there is a runner for it; `nodejs24` means the same.",
  );

/** Clients that write every field send null for one without a value. */
const absent = <Value>(value: Value | null | undefined) => value ?? undefined;

const entryFunction = z
  .string()
  .refine(isEntryFunction, ENTRY_FUNCTION_RULE)
  .nullish()
  .transform((name) => name ?? null)
  .describe(
    "The function to call, or `Class.method`; when absent the first of `solution`, `solve`, `answer` and `main`.",
  );

/** One of a few words, of which one may be left out. */
const choice = <Word extends string>(words: readonly Word[], usual: Word) =>
  z
    .enum(words, `must be ${words.join(" or ")}`)
    .nullish()
    .transform((word) => word ?? usual);

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
      .describe(
        "Gives the time limit, which is 2 s without it, and how the code is called: the three fields below do not count then.",
      ),
    language,
    entryFunction,
    argumentStyle: choice(ARGUMENT_STYLES, DEFAULT_CALLING.argumentStyle).describe(
      "How the function takes an input: as its one argument (`single`, also when absent), an array as its arguments (`positional`), or an object as its arguments by name (`keyword`).",
    ),
    io: choice(IOS, DEFAULT_CALLING.io).describe(
      "`function`, also when absent; `stdio`: a program that reads the input, a text, from stdin, and whose stdout is the answer.",
    ),
  })
  .meta({ id: "CustomTestsRequest", description: "Code to be run on the caller's own inputs." });

/** The body of `POST /grade`, as it is described. */
export const gradeRequest = z.discriminatedUnion(
  "executionMode",
  [gradeSubmission, runCustomTests],
  {
    error: ({ input }) =>
      isObject(input) ? `Unknown executionMode: ${quoted(input.executionMode)}` : undefined,
  },
);

/** The same, without what is ignored: a problem says itself how its solutions are called. */
export const gradeBody = z.preprocess((body) => {
  if (!isObject(body) || (body.problemId ?? null) === null) return body;
  const { entryFunction, argumentStyle, io, ...others } = body;
  return others;
}, gradeRequest);

/** What a caller sent, short enough to send back. */
function quoted(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 100);
}
