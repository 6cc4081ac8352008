import type { GradedCase } from "./grade-case.js";
import type { Problem } from "./problem.js";
import { countPoints, hasPoints } from "./scoring.js";
import type { Grading } from "./submission.js";
import { summarise } from "./verdict.js";

/** What all cases of the problem, in any order, come to. */
export function gradingOf(problem: Problem, cases: readonly GradedCase[]): Grading {
  const { testCases, groups, testSetHash, fault } = problem;
  const graded = cases.toSorted((a, b) => a.result.caseNumber - b.result.caseNumber);
  const results = graded.map(({ result }) => result);
  const shares = graded.map(({ share }) => share);
  const points = countPoints(testCases, groups, shares);
  return {
    ...summarise(results, fault, points),
    ...(hasPoints(testCases, groups) && {
      earnedPoints: points.earned.toNumber(),
      totalPoints: points.total.toNumber(),
    }),
    results,
    testSetHash,
  };
}
