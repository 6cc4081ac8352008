import type { TestCase } from "../../api/domain/problem.js";
import { caseList } from "./case-list.js";
import type { SolutionReport } from "./solution-report.js";

/** Cases that are of no use: a sentence for each kind. */
export function findCaseFaults(
  cases: readonly TestCase[],
  solutions: readonly SolutionReport[],
): string[] {
  return [...duplicates(cases), ...idleCases(cases, solutions)];
}

function duplicates(cases: readonly TestCase[]): string[] {
  const numbersByInput = new Map<string, number[]>();
  for (const [index, { input }] of cases.entries()) {
    const numbers = numbersByInput.get(input) ?? [];
    numbersByInput.set(input, numbers);
    numbers.push(index + 1);
  }
  return [...numbersByInput.values()]
    .filter(({ length }) => length > 1)
    .map((numbers) => `Cases ${caseList(numbers)} have the same input.`);
}

function idleCases(cases: readonly TestCase[], solutions: readonly SolutionReport[]): string[] {
  const failing = solutions.filter(({ kind }) => kind !== "accepted");
  if (failing.length === 0) return [];
  const failed = new Set(failing.flatMap(({ failedCases }) => failedCases));
  const idle = cases.flatMap((_, index) => (failed.has(index + 1) ? [] : [index + 1]));
  if (idle.length === 0) return [];
  return [
    `No wrong or slow solution fails ${idle.length === 1 ? "case" : "cases"} ${caseList(idle)}.`,
  ];
}
