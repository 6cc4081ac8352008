import { VisibleError } from "../domain/errors.js";
import { isKey } from "../domain/key.js";
import type { Language } from "../domain/language.js";
import {
  type ProblemView,
  viewProblem,
  viewWholeProblem,
  type WholeProblemView,
} from "../domain/problem-view.js";
import type { Caller } from "../domain/submission.js";
import type { ProblemStore } from "../ports.js";

export interface ReadProblemDeps {
  readonly problems: Pick<ProblemStore, "getStated">;
  /** Those that there is a runner for. */
  readonly languages: readonly Language[];
}

export interface ReadProblemInput {
  readonly caller: Caller;
  readonly problemId: string;
}

/**
 * What the caller may see of a problem.
 *
 * @throws VisibleError ProblemNotFound, StorageUnavailable
 */
export async function readProblem(
  { problems, languages }: ReadProblemDeps,
  { caller, problemId }: ReadProblemInput,
): Promise<ProblemView | WholeProblemView> {
  // What no id can be is not asked for: DynamoDB would refuse it.
  const problem = isKey(problemId) ? await problems.getStated(problemId) : undefined;
  if (problem === undefined) {
    throw new VisibleError("ProblemNotFound", "There is no such problem; check its id.");
  }
  return caller.isStaff ? viewWholeProblem(problem, languages) : viewProblem(problem, languages);
}
