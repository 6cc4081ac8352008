import type { Execution } from "../../api/domain/execution.js";
import { type JsonText, parseExactJson } from "../../api/domain/json.js";
import type { Judge } from "../../api/domain/judge.js";
import { judgeCase, type Reason, type Status } from "../../api/domain/verdict.js";
import type { CaseResult, ExactRunCodeOutput } from "../../client/create-grader-client.js";

/** A graded case's status, or that a run of one's own input ended well: there is nothing to compare. */
export type ShownStatus = Status | "RETURNED";

/** One case of a verdict or of a run. */
export interface ShownCase {
  /** Counted from 1. */
  readonly number: number;
  readonly status: ShownStatus;
  readonly reason: Reason | undefined;
  readonly executionMs: number;
  readonly peakMemoryKb: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** The fault in one line, where the service tells it. */
  readonly error?: string | undefined;
  readonly isCut: boolean;
  /** Known for a run only: the test cases of a problem are secret. */
  readonly values?: {
    readonly input: JsonText;
    readonly expected: JsonText | undefined;
    /** Undefined when there is none. */
    readonly returned: JsonText | undefined;
  };
  /** What the service says of an executor that failed. */
  readonly notice?: string;
}

export const isFailed = ({ status }: ShownCase) => status !== "ACCEPTED" && status !== "RETURNED";

export function gradedCase(result: CaseResult): ShownCase {
  return {
    number: result.caseNumber,
    status: result.status,
    reason: result.reason,
    executionMs: result.executionTime * 1000,
    peakMemoryKb: result.peakMemoryKb,
    stdout: result.stdout ?? "",
    stderr: result.stderr ?? "",
    error: result.error,
    isCut: [result.stdout, result.stderr].some((output) => [...(output ?? "")].length >= 500),
  };
}

/** A case of a run, judged as the service judges where it is known what should come out. */
export function ranCase(
  number: number,
  output: ExactRunCodeOutput,
  values: { readonly input: JsonText; readonly expected: JsonText | undefined },
  judge: Judge,
): ShownCase {
  const returned = output.isSuccessful ? (output.returnValue as JsonText) : undefined;
  return {
    number,
    status: statusOf(output, values.expected, judge),
    reason: output.runCodeLambdaError ? "EXECUTOR_ERROR" : (output.reason ?? undefined),
    executionMs: output.executionTimeMs,
    peakMemoryKb: output.peakMemoryKb,
    stdout: output.stdout,
    stderr: output.stderr,
    isCut: output.stdoutTruncated || output.stderrTruncated,
    values: { ...values, returned },
    ...(output.runCodeLambdaError ? { notice: output.errorMessage } : {}),
  };
}

function statusOf(
  output: ExactRunCodeOutput,
  expected: JsonText | undefined,
  judge: Judge,
): ShownStatus {
  if (output.runCodeLambdaError) return "INTERNAL_ERROR";
  if (output.isSuccessful && expected === undefined) return "RETURNED";
  const execution = { ...output, returnValue: output.returnValue as JsonText } as Execution;
  return judgeCase(1, { kind: "executed", execution }, judge, parseExactJson(expected ?? "null"))
    .status;
}
