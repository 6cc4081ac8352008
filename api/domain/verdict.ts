import { type CaseOutcome, EXECUTION_REASONS, type Execution } from "./execution.js";
import { faultLine } from "./fault-line.js";
import { Fraction } from "./fraction.js";
import { type ExactJson, parseExactJson } from "./json.js";
import { isAccepted, type Judge } from "./judge.js";
import { type Points, scoreOf } from "./scoring.js";
import { firstCodePoints } from "./text.js";

export const STATUSES = [
  "ACCEPTED",
  "WRONG_ANSWER",
  "TIME_LIMIT_EXCEEDED",
  "RUNTIME_ERROR",
  "INTERNAL_ERROR",
] as const;

export type Status = (typeof STATUSES)[number];

/** Why a case has its status, where that alone does not say it. */
export const REASONS = [
  ...EXECUTION_REASONS,
  "NOT_RUN",
  "CHECKER_ERROR",
  "EXECUTOR_ERROR",
  "DEADLINE",
] as const;

export type Reason = (typeof REASONS)[number];

/** One graded test case as clients and the table get it. Times are seconds. */
export interface CaseResult {
  /** Counted from 1. */
  readonly caseNumber: number;
  readonly status: Status;
  readonly executionTime: number;
  /** At most 500 code points, null when nothing was written. */
  readonly stdout: string | null;
  readonly stderr: string | null;
  readonly reason?: Reason;
  /** The fault in one line of at most 300 code points; absent without one. */
  readonly error?: string;
  readonly peakMemoryKb?: number;
  readonly cpuTime?: number;
  /** What its author calls the case. */
  readonly name?: string;
  /** The id of the group that it counts in. */
  readonly group?: string;
  /** What it is worth, where the problem has points or groups. */
  readonly points?: number;
  /** What the problem's checker says of the answer. */
  readonly message?: string;
  /** Of a case that may be looked into: its values as JSON text (of a program the text itself), cut. */
  readonly input?: string;
  readonly expectedOutput?: string;
  readonly returnValue?: string;
  /** Where the returned value first differs from the expected one. */
  readonly difference?: string;
}

/** What a whole submission amounts to. */
export interface Verdict {
  readonly status: Status;
  /** The slowest case's, in seconds. */
  readonly executionTime: number;
  readonly errorMessage: string | null;
  readonly score: number;
  readonly passedCaseCount: number;
  readonly totalCaseCount: number;
}

const SHOWN_OUTPUT = 500;
const SHOWN_IN_ERROR_MESSAGE = 100;

/** Judges one case: the first rule that matches. */
export function judgeCase(
  caseNumber: number,
  outcome: CaseOutcome,
  judge: Judge,
  expectedOutput: ExactJson,
): CaseResult {
  switch (outcome.kind) {
    case "deadline":
      return withoutRun(caseNumber, "INTERNAL_ERROR", "DEADLINE");
    case "failed":
      return withoutRun(caseNumber, "INTERNAL_ERROR", "EXECUTOR_ERROR");
    case "notRun":
      return withoutRun(caseNumber, "TIME_LIMIT_EXCEEDED", "NOT_RUN");
    case "executed":
      return judgeExecution(caseNumber, outcome.execution, judge, expectedOutput);
  }
}

function withoutRun(caseNumber: number, status: Status, reason: Reason): CaseResult {
  return {
    caseNumber,
    status,
    executionTime: 0,
    stdout: null,
    stderr: null,
    reason,
  };
}

function judgeExecution(
  caseNumber: number,
  execution: Execution,
  judge: Judge,
  expectedOutput: ExactJson,
): CaseResult {
  const error = execution.isSuccessful ? undefined : faultLine(execution.stderr);
  return {
    caseNumber,
    status: executionStatus(execution, judge, expectedOutput),
    executionTime: execution.executionTimeMs / 1000,
    stdout: shown(execution.stdout, ""),
    stderr: shown(execution.stderr, "..."),
    ...(execution.reason === null ? {} : { reason: execution.reason }),
    ...(error === undefined ? {} : { error }),
    peakMemoryKb: execution.peakMemoryKb,
    cpuTime: execution.cpuTimeMs / 1000,
  };
}

function executionStatus(execution: Execution, judge: Judge, expectedOutput: ExactJson): Status {
  if (execution.timedOut) return "TIME_LIMIT_EXCEEDED";
  if (!execution.isSuccessful) return "RUNTIME_ERROR";
  const actual = parseExactJson(execution.returnValue);
  const isRight = judge.type !== "checker" && isAccepted(judge, actual, expectedOutput);
  return isRight ? "ACCEPTED" : "WRONG_ANSWER";
}

function shown(output: string, mark: string): string | null {
  if (output === "") return null;
  const whole = firstCodePoints(output, SHOWN_OUTPUT);
  if (whole.length === output.length) return output;
  return firstCodePoints(output, SHOWN_OUTPUT - mark.length) + mark;
}

/**
 * Sums up the cases of a submission.
 *
 * @param problemFault why a problem could not be graded at all
 * @param points what was earned, where it is not 1 for each case that was accepted
 */
export function summarise(
  results: readonly CaseResult[],
  problemFault: string | null,
  points: Points = evenPoints(results),
): Verdict {
  const firstFailed = results.find((result) => result.status !== "ACCEPTED");
  const isBroken =
    problemFault !== null || results.some((result) => result.status === "INTERNAL_ERROR");
  const status = isBroken ? "INTERNAL_ERROR" : (firstFailed?.status ?? "ACCEPTED");
  return {
    status,
    executionTime: Math.max(0, ...results.map((result) => result.executionTime)),
    errorMessage: problemFault ?? (firstFailed ? failureSentence(firstFailed) : null),
    score: results.length === 0 ? 0 : scoreOf(points, status === "ACCEPTED"),
    passedCaseCount: results.filter(isAcceptedCase).length,
    totalCaseCount: results.length,
  };
}

function evenPoints(results: readonly CaseResult[]): Points {
  const count = (some: readonly CaseResult[]) => Fraction.fromDigits(String(some.length));
  return { earned: count(results.filter(isAcceptedCase)), total: count(results) };
}

const isAcceptedCase = ({ status }: CaseResult) => status === "ACCEPTED";

/** A sentence about the case, with the beginning of its fault where that is told. */
export function failureSentence({ caseNumber, status, error }: CaseResult): string {
  const sentence = `Failed at test case ${caseNumber}: ${status}`;
  return error === undefined
    ? sentence
    : `${sentence} - ${firstCodePoints(error, SHOWN_IN_ERROR_MESSAGE)}`;
}
