import type { ExactGraderClient } from "../../client/create-grader-client.js";
import { type ListedProblem, readListedProblem } from "./page-problem.js";

/** All problems that are listed, in the order of the list. */
export async function loadProblems(grader: ExactGraderClient): Promise<readonly ListedProblem[]> {
  const problems: ListedProblem[] = [];
  let lastEvaluatedKey: string | null = null;
  do {
    const page = await grader.listProblems({ pageSize: 100, lastEvaluatedKey });
    problems.push(...page.items.map(readListedProblem));
    lastEvaluatedKey = page.lastEvaluatedKey;
  } while (lastEvaluatedKey !== null);
  return problems;
}
