import type { CaseOutcome } from "./execution.js";
import type { Fraction } from "./fraction.js";
import type { Problem, TestCase } from "./problem.js";
import { caseWorths, hasPoints } from "./scoring.js";
import { shownValue } from "./shown-value.js";
import { type CaseResult, judgeCase } from "./verdict.js";

/** The cases of a submission as they are stored: each judged, with what its author says of it. */
export function gradeCases(problem: Problem, outcomes: readonly CaseOutcome[]): CaseResult[] {
  const { testCases, groups, judge } = problem;
  const worths = hasPoints(testCases, groups) ? caseWorths(testCases, groups) : [];
  return testCases.map((testCase, index) => {
    const outcome = outcomes[index] ?? { kind: "deadline" };
    const result = judgeCase(index + 1, outcome, judge, testCase.expectedOutput);
    return {
      ...result,
      ...labelsOf(testCase, worths[index]),
      ...evidence(problem, testCase, outcome),
    };
  });
}

function labelsOf({ name, group }: TestCase, worth: Fraction | undefined) {
  return {
    ...(name !== null && { name }),
    ...(group !== null && { group }),
    ...(worth !== undefined && { points: worth.toNumber() }),
  };
}

/** What was returned, where somebody may look into the case: others are kept as they ever were. */
function evidence(
  { calling }: Problem,
  { visibility }: TestCase,
  outcome: CaseOutcome,
): Pick<CaseResult, "returnValue"> {
  if (visibility === "open" || outcome.kind !== "executed") return {};
  const { isSuccessful, returnValue } = outcome.execution;
  return isSuccessful ? { returnValue: shownValue(returnValue, calling.io) } : {};
}
