import { VisibleError } from "../domain/errors.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import type { Log, ProblemStore } from "../ports.js";

/**
 * The stored problem, with what is unusable about it in the log, for code in that language.
 *
 * @throws VisibleError ProblemNotFound, InvalidInput when it is not to be solved in that language,
 * StorageUnavailable
 */
export async function requireProblem(
  problems: ProblemStore,
  { problemId, language }: { readonly problemId: string; readonly language: Language },
  log: Log,
): Promise<Problem> {
  const problem = await problems.get(problemId);
  if (problem === undefined) {
    const sentence = `There is no problem ${JSON.stringify(problemId)}; check problemId.`;
    throw new VisibleError("ProblemNotFound", sentence);
  }
  const { fault, languages } = problem;
  if (fault !== null) log("problem.unusable", { problemId, fault });
  for (const warning of problem.warnings) log("problem.warning", { problemId, warning });
  if (fault === null && !languages.includes(language)) {
    const sentence = `this problem cannot be solved in ${language}; it can in: ${languages.join(", ")}`;
    throw new VisibleError("InvalidInput", `Invalid input: language: ${sentence}`);
  }
  return problem;
}
