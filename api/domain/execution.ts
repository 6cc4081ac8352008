import { isTooDeep, type JsonText, memberTexts, toJsonText } from "./json.js";

/** Why a run did not end in a usable return value. */
export const EXECUTION_REASONS = [
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
] as const;

export type ExecutionReason = (typeof EXECUTION_REASONS)[number];

/** What the executor says of one run of the user's code: its output of one case. */
export interface Execution {
  readonly stdout: string;
  readonly stderr: string;
  readonly returnValue: JsonText;
  readonly exitCode: number;
  readonly executionTimeMs: number;
  readonly timedOut: boolean;
  /** Always null: an orchestration fault of the executor is an ExecutorFailure. */
  readonly error: null;
  readonly isSuccessful: boolean;
  readonly reason: ExecutionReason | null;
  readonly signal: string | number | null;
  readonly cpuTimeMs: number;
  readonly peakMemoryKb: number;
  readonly stdoutTruncated: boolean;
  readonly stderrTruncated: boolean;
}

/** A run of which there is nothing to say: it returned null in no time and wrote nothing. */
export const NEUTRAL_EXECUTION: Execution = {
  stdout: "",
  stderr: "",
  returnValue: toJsonText(null),
  exitCode: 0,
  executionTimeMs: 0,
  timedOut: false,
  error: null,
  isSuccessful: true,
  reason: null,
  signal: null,
  cpuTimeMs: 0,
  peakMemoryKb: 0,
  stdoutTruncated: false,
  stderrTruncated: false,
};

/** An executor that could not be asked, died, or gave a malformed answer. For the log, not for callers. */
export interface ExecutorFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly stackTrace: readonly string[];
}

/** What the executor made of one test case. */
export type ExecutorOutcome =
  | { readonly kind: "executed"; readonly execution: Execution }
  | { readonly kind: "failed"; readonly failure: ExecutorFailure };

/** What became of one test case. */
export type CaseOutcome =
  | ExecutorOutcome
  /** The deadline came before it. */
  | { readonly kind: "deadline" }
  /** Others had shown by then that the code does not come to an end. */
  | { readonly kind: "notRun" };

/** A test case of which it is known what became of it. */
export interface SettledCase {
  /** Its place among the cases, from 0. */
  readonly index: number;
  readonly outcome: CaseOutcome;
}

/** The run that ended in time with a return value; undefined of every other outcome. */
export function successfulExecution(outcome: CaseOutcome | undefined): Execution | undefined {
  if (outcome?.kind !== "executed") return undefined;
  const { execution } = outcome;
  return execution.isSuccessful && !execution.timedOut ? execution : undefined;
}

/**
 * Reads one output of the executor. Undefined when it is not of the contract's shape, so that an
 * executor that answers something else is noticed rather than believed.
 *
 * @param fields the output as JSON.parse gives it
 * @param text the same as it was written, whose return value is kept
 */
export function parseExecution(
  fields: Readonly<Record<string, unknown>>,
  text: JsonText,
): Execution | undefined {
  const { stdout, stderr, exitCode, executionTimeMs, timedOut, isSuccessful } = fields;
  const { error = null, reason = null, signal = null } = fields;
  const {
    cpuTimeMs = 0,
    peakMemoryKb = 0,
    stdoutTruncated = false,
    stderrTruncated = false,
  } = fields;
  const returnValue = memberTexts(text).get("returnValue");
  const isWhole =
    returnValue !== undefined &&
    !isTooDeep(returnValue) &&
    [stdout, stderr].every((field) => typeof field === "string") &&
    [exitCode, executionTimeMs, cpuTimeMs, peakMemoryKb].every(Number.isFinite) &&
    [timedOut, isSuccessful, stdoutTruncated, stderrTruncated].every(isBoolean) &&
    error === null &&
    (reason === null || EXECUTION_REASONS.some((known) => known === reason)) &&
    (signal === null || typeof signal === "string" || Number.isFinite(signal));
  if (!isWhole) return undefined;
  return {
    stdout,
    stderr,
    returnValue,
    exitCode,
    executionTimeMs,
    timedOut,
    error,
    isSuccessful,
    reason,
    signal,
    cpuTimeMs,
    peakMemoryKb,
    stdoutTruncated,
    stderrTruncated,
  } as Execution;
}

const isBoolean = (value: unknown) => typeof value === "boolean";
