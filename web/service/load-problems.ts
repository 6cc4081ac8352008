import type { ExactGraderClient } from "../../client/create-grader-client.js";
import { type ListedProblem, readListedProblem } from "./page-problem.js";
import { readPages } from "./read-pages.js";

/** All problems that are listed, in the order of the list. */
export async function loadProblems(grader: ExactGraderClient): Promise<readonly ListedProblem[]> {
  const problems: ListedProblem[] = [];
  const pages = readPages((lastEvaluatedKey) =>
    grader.listProblems({ pageSize: 100, lastEvaluatedKey }),
  );
  for await (const { items } of pages) problems.push(...items.map(readListedProblem));
  return problems;
}
