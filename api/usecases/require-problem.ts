import { VisibleError } from "../domain/errors.js";
import type { Problem } from "../domain/problem.js";
import type { Log, ProblemStore } from "../ports.js";

/**
 * The stored problem, with what is unusable about it in the log.
 *
 * @throws VisibleError ProblemNotFound, StorageUnavailable
 */
export async function requireProblem(
  problems: ProblemStore,
  problemId: string,
  log: Log,
): Promise<Problem> {
  const problem = await problems.get(problemId);
  if (problem === undefined) {
    const sentence = `There is no problem ${JSON.stringify(problemId)}; check problemId.`;
    throw new VisibleError("ProblemNotFound", sentence);
  }
  if (problem.fault !== null) log("problem.unusable", { problemId, fault: problem.fault });
  for (const warning of problem.warnings) log("problem.warning", { problemId, warning });
  return problem;
}
