import type { Language } from "../../api/domain/language.js";
import type { Grading } from "../../api/domain/submission.js";
import { firstCodePoints } from "../../api/domain/text.js";
import type { CaseResult, Status } from "../../api/domain/verdict.js";
import type { Solution, SolutionKind } from "../authoring/read-solutions.js";

/** How a solution fared, and whether that is what its folder says. */
export interface SolutionReport {
  readonly name: string;
  readonly kind: SolutionKind;
  readonly language: Language;
  readonly status: Status;
  readonly passedCaseCount: number;
  readonly totalCaseCount: number;
  /** Seconds of processor time of its slowest case, and which that is. */
  readonly slowest: { readonly cpuTime: number; readonly caseNumber: number };
  readonly failedCases: readonly number[];
  /** Why it is not as it should be; undefined where it is. */
  readonly fault: string | undefined;
}

/** @param checkerFaults what the problem's checker did wrong meanwhile */
export function reportSolution(
  { name, kind, language }: Solution,
  { status, passedCaseCount, totalCaseCount, results }: Grading,
  checkerFaults: readonly string[],
): SolutionReport {
  const slowest = results.reduce<SolutionReport["slowest"]>(
    (most, { cpuTime = 0, caseNumber }) =>
      cpuTime > most.cpuTime ? { cpuTime, caseNumber } : most,
    { cpuTime: 0, caseNumber: 1 },
  );
  const failed = results.filter((result) => result.status !== "ACCEPTED");
  return {
    name,
    kind,
    language,
    status,
    passedCaseCount,
    totalCaseCount,
    slowest,
    failedCases: failed.map(({ caseNumber }) => caseNumber),
    fault: findFault(kind, failed, checkerFaults),
  };
}

function findFault(
  kind: SolutionKind,
  failed: readonly CaseResult[],
  checkerFaults: readonly string[],
): string | undefined {
  const internal = failed.find(({ status }) => status === "INTERNAL_ERROR");
  if (internal !== undefined) {
    const why = checkerFaults[0] ?? internal.reason ?? "the executor failed";
    return `case ${internal.caseNumber} could not be judged: ${why}`;
  }
  const find = (...statuses: Status[]) => failed.find(({ status }) => statuses.includes(status));
  const wrong = find("WRONG_ANSWER", "RUNTIME_ERROR");
  const slow = find("TIME_LIMIT_EXCEEDED");
  switch (kind) {
    case "accepted":
      return failed[0] && `should be accepted: ${describe(failed[0])}`;
    case "wrong":
      if (wrong !== undefined) return undefined;
      return slow === undefined
        ? "should fail, but passes every case"
        : `should give a wrong answer or break, but is only slow: ${describe(slow)}`;
    case "slow":
      if (slow === undefined) return "should be too slow, but exceeds the limit nowhere";
      return wrong && `should be right and slow: ${describe(wrong)}`;
  }
}

function describe({ caseNumber, status, error, message, difference, ...answers }: CaseResult) {
  const ended = `case ${caseNumber} is ${status}`;
  const why = error ?? message;
  if (why !== undefined) return `${ended} (${why})`;
  if (difference === undefined) return ended;
  const place = difference === "$" ? "" : ` at ${difference}`;
  const texts = [answers.expectedOutput, answers.returnValue].map(beginning);
  // The beginnings of long answers tell nothing that the place does not.
  if (place !== "" && texts.some((text) => text.endsWith("…"))) return `${ended}${place}`;
  return `${ended}${place}: expected ${texts[0]}, got ${texts[1]}`;
}

/** Enough of a value to know it by, in one line. */
function beginning(value = ""): string {
  const line = value.trim().replaceAll("\n", "\\n");
  const part = firstCodePoints(line, 80);
  return part === line ? line : `${part}…`;
}
