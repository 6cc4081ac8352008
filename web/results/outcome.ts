import type { GradeResponse, WholeSubmission } from "../../client/create-grader-client.js";
import {
  gradedCase,
  isFailed,
  type ShownCase,
  type ShownStatus,
  type ShownValues,
  usedMs,
} from "./shown-case.js";

/** What came of a submission or of a run. */
export interface Outcome {
  readonly of: "submission" | "examples" | "own";
  readonly status: ShownStatus;
  readonly passed: number;
  readonly total: number;
  /** Of a submission only. */
  readonly score: number | undefined;
  /** Where the problem has points or groups. */
  readonly points: { readonly earned: number; readonly total: number } | undefined;
  readonly slowestMs: number;
  readonly cases: readonly ShownCase[];
  /** Why no case could be graded. */
  readonly notice: string | undefined;
  readonly areOutputsCut: boolean;
}

export function gradedOutcome(
  answer: GradeResponse | WholeSubmission,
  notation: ShownValues["notation"],
): Outcome {
  const cases = answer.results.map((result) => gradedCase(result, notation));
  const { earnedPoints: earned, totalPoints: total } = answer;
  return {
    of: "submission",
    status: answer.status ?? "INTERNAL_ERROR",
    passed: answer.passedCaseCount ?? cases.filter((one) => !isFailed(one)).length,
    total: answer.totalCaseCount ?? cases.length,
    score: answer.score ?? undefined,
    points: earned === undefined || total === undefined ? undefined : { earned, total },
    slowestMs: slowestOf(cases),
    cases,
    notice: cases.length === 0 ? (answer.errorMessage ?? undefined) : undefined,
    areOutputsCut: answer.resultsTruncated ?? false,
  };
}

/** The time of the slowest case. */
export function slowestOf(cases: readonly ShownCase[]): number {
  return Math.max(0, ...cases.map(usedMs));
}
