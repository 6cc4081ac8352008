import { expect } from "vitest";
import * as z from "zod";
import type { Answer } from "./answer.js";

/** The contract's error table: the status of each code. */
const STATUS: Readonly<Record<string, number>> = {
  InvalidInput: 400,
  Unauthorized: 401,
  MissingIdentity: 401,
  Forbidden: 403,
  ProblemNotFound: 404,
  SubmissionNotFound: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  SubmissionIdTaken: 409,
  PayloadTooLarge: 413,
  ResponseTooLarge: 413,
  UnsupportedMediaType: 415,
  TooManyRequests: 429,
  ExecutorBusy: 503,
  IdentityProviderUnavailable: 503,
  StorageUnavailable: 503,
  SubmissionNotSaved: 503,
  InternalError: 500,
};

const STATUSES = [
  "ACCEPTED",
  "WRONG_ANSWER",
  "TIME_LIMIT_EXCEEDED",
  "RUNTIME_ERROR",
  "INTERNAL_ERROR",
] as const;

const REASONS = [
  "EXCEPTION",
  "COMPILE_ERROR",
  "NO_ENTRY_FUNCTION",
  "NO_RESULT",
  "BAD_RETURN_VALUE",
  "SIGNAL",
  "MEMORY_LIMIT",
  "OUTPUT_LIMIT",
  "CPU_LIMIT",
  "WALL_LIMIT",
  "EXECUTOR_ERROR",
  "DEADLINE",
] as const;

const shown = z.string().nullable();
const count = z.number().int().min(0);

const caseResult = z.strictObject({
  caseNumber: z.number().int().min(1),
  status: z.enum(STATUSES),
  executionTime: z.number().min(0),
  stdout: shown,
  stderr: shown,
  reason: z.enum(REASONS).optional(),
  peakMemoryKb: z.number().min(0).optional(),
  cpuTime: z.number().min(0).optional(),
});

const graded = z.strictObject({
  submissionId: z.string().min(1),
  status: z.enum(STATUSES),
  executionTime: z.number().min(0),
  results: z.array(caseResult),
  errorMessage: z.string().nullable(),
  executionMode: z.literal("GRADE_SUBMISSION_RESULTS"),
  problemTitle: z.string(),
  problemTitleTranslated: z.string(),
  score: z.number().int().min(0).max(100),
  passedCaseCount: count,
  totalCaseCount: count,
  resultsTruncated: z.literal(true).optional(),
});

const execution = {
  stdout: z.string(),
  stderr: z.string(),
  returnValue: z.unknown(),
  exitCode: z.number().int(),
  executionTimeMs: z.number().min(0),
  timedOut: z.boolean(),
  error: z.null(),
  isSuccessful: z.boolean(),
  reason: z.enum(REASONS).nullable(),
  signal: z.union([z.string(), z.number(), z.null()]),
  cpuTimeMs: z.number().min(0),
  peakMemoryKb: z.number().min(0),
  stdoutTruncated: z.boolean(),
  stderrTruncated: z.boolean(),
};

const runCodeOutput = z.discriminatedUnion("runCodeLambdaError", [
  z.strictObject({ ...execution, runCodeLambdaError: z.literal(false) }),
  z.strictObject({
    ...execution,
    returnValue: z.null(),
    isSuccessful: z.literal(false),
    runCodeLambdaError: z.literal(true),
    errorMessage: z.string().min(1),
    errorType: z.string().min(1),
    trace: z.array(z.string()),
  }),
]);

const customRun = z.strictObject({
  caseIdentifier: z.string().regex(/^Custom Case [1-9]\d*$/),
  input: z.unknown(),
  runCodeOutput,
});

const customTests = z.strictObject({
  executionMode: z.literal("RUN_CUSTOM_TESTS_RESULTS"),
  results: z.array(customRun),
});

const error = z.strictObject({
  error: z.string().min(1),
  code: z.enum(Object.keys(STATUS) as [string, ...string[]]),
  requestId: z.string().min(1),
  message: z.string().optional(),
  result: graded.optional(),
});

export type Graded = z.infer<typeof graded>;
export type CustomTests = z.infer<typeof customTests>;

/** What a client of `POST /grade` was told. */
export type Told =
  | { readonly kind: "graded"; readonly graded: Graded }
  | { readonly kind: "ran"; readonly customTests: CustomTests }
  | { readonly kind: "refused"; readonly code: string; readonly result: Graded | undefined };

const RETRIED_LATER = ["ExecutorBusy", "TooManyRequests"];

/** Of addresses, resource names and stacks, none is a caller's business. */
const PRIVATE = /127\.0\.0\.1|ECONN|arn:|problem-submissions|code-executor|\bat .*:\d+:\d+|\.ts:/;

/** Fails unless the answer is one that the contract knows, to the letter; says what it told. */
export function expectContractAnswer(answer: Answer): Told {
  const { status, headers, body, text } = answer;
  expect(headers.get("Content-Type")).toMatch(/^application\/json/);
  expect(headers.get("X-Request-Id")).toMatch(/./);
  if (status === 200) {
    expect(headers.get("X-Amzn-ErrorType")).toBeNull();
    return body.executionMode === "RUN_CUSTOM_TESTS_RESULTS"
      ? { kind: "ran", customTests: customTests.parse(body) }
      : { kind: "graded", graded: graded.parse(body) };
  }
  const { code, requestId, message, result } = error.parse(body);
  expect({ code, status }).toEqual({ code, status: STATUS[code] });
  expect(requestId).toBe(headers.get("X-Request-Id"));
  expect(headers.get("X-Amzn-ErrorType")).toBe(code);
  expect(headers.get("Retry-After")).toBe(RETRIED_LATER.includes(code) ? "2" : null);
  expect(headers.has("WWW-Authenticate")).toBe(status === 401);
  expect(message !== undefined).toBe(status === 401);
  expect(result !== undefined).toBe(code === "SubmissionNotSaved");
  expect(text).not.toMatch(PRIVATE);
  return { kind: "refused", code, result };
}
