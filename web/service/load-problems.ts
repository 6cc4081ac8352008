import { fetchJson } from "./fetch-json.js";
import { type ListedProblem, type PageProblem, readPageProblem } from "./page-problem.js";

/** The problems of the development server, by their ids. */
export async function loadProblems(): Promise<readonly PageProblem[]> {
  const items = (await fetchJson("/dev/problems")) as readonly ListedProblem[];
  return items.map(readPageProblem);
}
