import type { CheckResult } from "./check-result.js";
import { difference } from "./difference.js";
import { type CaseOutcome, type SettledCase, successfulExecution } from "./execution.js";
import { Fraction } from "./fraction.js";
import { parseExactJson } from "./json.js";
import type { Problem, TestCase } from "./problem.js";
import { caseWorths, hasPoints } from "./scoring.js";
import { shownValue } from "./shown-value.js";
import { type CaseResult, judgeCase } from "./verdict.js";

/** A judged case as it is stored, and how much of it was solved, from 0 to 1. */
export interface GradedCase {
  readonly result: CaseResult;
  readonly share: Fraction;
}

/**
 * What judges a problem's cases, each by itself, and adds what its author says of it.
 *
 * @returns a function of a case that is settled, and of its check where the problem has a checker
 */
export function caseGrader(
  problem: Problem,
): (settled: SettledCase, check: CheckResult | undefined) => GradedCase {
  const { testCases, groups } = problem;
  const worths = hasPoints(testCases, groups) ? caseWorths(testCases, groups) : [];
  return ({ index, outcome }, check) => {
    const testCase = testCases[index] as TestCase;
    const judged = judgeCase(index + 1, outcome, problem.judge, testCase.expectedOutput);
    const result = wasChecked(problem, outcome) ? checkedCase(judged, check) : judged;
    return {
      result: {
        ...result,
        ...labelsOf(testCase, worths[index]),
        ...evidence(problem, testCase, outcome, result),
      },
      share: shareOf(result, check),
    };
  };
}

function wasChecked({ judge }: Problem, outcome: CaseOutcome): boolean {
  return judge.type === "checker" && successfulExecution(outcome) !== undefined;
}

/** Without a check nobody knows whether the answer is right. */
function checkedCase(result: CaseResult, check: CheckResult | undefined): CaseResult {
  if (check?.kind !== "scored") {
    return { ...result, status: "INTERNAL_ERROR", reason: check?.reason ?? "CHECKER_ERROR" };
  }
  const status = check.score === 1 ? "ACCEPTED" : "WRONG_ANSWER";
  return { ...result, status, ...(check.message !== null && { message: check.message }) };
}

/** How much of the case was solved, from 0 to 1. */
function shareOf({ status }: CaseResult, check: CheckResult | undefined): Fraction {
  if (status === "ACCEPTED") return Fraction.ONE;
  const isPartial = status === "WRONG_ANSWER" && check?.kind === "scored";
  return isPartial ? Fraction.fromDigits(String(check.score)) : Fraction.ZERO;
}

function labelsOf({ name, group }: TestCase, worth: Fraction | undefined) {
  return {
    ...(name !== null && { name }),
    ...(group !== null && { group }),
    ...(worth !== undefined && { points: worth.toNumber() }),
  };
}

/** What was returned, where somebody may look into the case; an open case stays as small as it was. */
function evidence(
  { calling, judge }: Problem,
  { visibility, expectedOutput }: TestCase,
  outcome: CaseOutcome,
  { status }: CaseResult,
): Pick<CaseResult, "returnValue" | "difference"> {
  const execution = successfulExecution(outcome);
  if (visibility === "open" || execution === undefined) return {};
  const { returnValue } = execution;
  return {
    returnValue: shownValue(returnValue, calling.io),
    ...(status === "WRONG_ANSWER" && {
      difference: difference(judge, parseExactJson(returnValue), expectedOutput),
    }),
  };
}
