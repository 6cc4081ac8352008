import type { Reason, Status } from "../../api/domain/verdict.js";
import type { CaseResult } from "../../client/create-grader-client.js";

/** A graded case's status, or that a run ended well where there is nothing to compare. */
export type ShownStatus = Status | "RETURNED";

/** What went in, what should have come out, and what did. */
export interface ShownValues {
  /** JSON texts, or what a program reads and prints. */
  readonly notation: "json" | "text";
  readonly input: string;
  /** Undefined where it is not known. */
  readonly expected: string | undefined;
  /** Undefined when there is none. */
  readonly returned: string | undefined;
  /** Where the two differ first: `$.rows[3]`, `line 2`, or `$` for no place. */
  readonly difference: string | undefined;
}

/** One case of a verdict or of a run. */
export interface ShownCase {
  /** Counted from 1. */
  readonly number: number;
  readonly status: ShownStatus;
  readonly reason: Reason | undefined;
  /** By the clock. */
  readonly executionMs: number;
  /** Of processor time, by which limits go. */
  readonly cpuMs: number | undefined;
  readonly peakMemoryKb: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** The fault in one line, where the service tells it. */
  readonly error?: string | undefined;
  readonly isCut: boolean;
  /** Whether its author lets nobody look into it. */
  readonly isHidden: boolean;
  /** Of a run, and of a sample. */
  readonly values?: ShownValues;
  readonly name?: string | undefined;
  readonly group?: string | undefined;
  readonly points?: number | undefined;
  /** What the problem's checker or the service says of it. */
  readonly message?: string | undefined;
}

export const isFailed = ({ status }: ShownCase) => status !== "ACCEPTED" && status !== "RETURNED";

/** The processor time, by which limits go; by the clock where that was what ended it, or nobody measured the other. */
export const usedMs = ({ cpuMs, executionMs, reason }: ShownCase) =>
  reason === "WALL_LIMIT" ? executionMs : (cpuMs ?? executionMs);

export function gradedCase(result: CaseResult, notation: ShownValues["notation"]): ShownCase {
  const { cpuTime, input, name, group, points, message } = result;
  return {
    number: result.caseNumber,
    status: result.status,
    reason: result.reason,
    executionMs: result.executionTime * 1000,
    cpuMs: cpuTime === undefined ? undefined : cpuTime * 1000,
    peakMemoryKb: result.peakMemoryKb,
    stdout: result.stdout ?? "",
    stderr: result.stderr ?? "",
    error: result.error,
    isCut: [result.stdout, result.stderr].some((output) => [...(output ?? "")].length >= 500),
    // Whatever ran has a memory, which is told of all but hidden cases.
    isHidden: result.peakMemoryKb === undefined && cpuTime !== undefined,
    name,
    group,
    points,
    message,
    ...(input === undefined ? {} : { values: sampleValues(result, input, notation) }),
  };
}

function sampleValues(
  { expectedOutput, returnValue, difference }: CaseResult,
  input: string,
  notation: ShownValues["notation"],
): ShownValues {
  return { notation, input, expected: expectedOutput, returned: returnValue, difference };
}
