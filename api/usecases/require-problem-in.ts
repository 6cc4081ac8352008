import { VisibleError } from "../domain/errors.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";
import type { Log, ProblemStore } from "../ports.js";
import { requireProblem } from "./require-problem.js";

/**
 * The stored problem, for code in that language.
 *
 * @throws VisibleError ProblemNotFound, InvalidInput when the problem is not solved in that language,
 * StorageUnavailable
 */
export async function requireProblemIn(
  language: Language,
  problems: ProblemStore,
  problemId: string,
  log: Log,
): Promise<Problem> {
  const problem = await requireProblem(problems, problemId, log);
  const { fault, languages } = problem;
  // What is wrong with the problem is nothing that another language would mend.
  if (fault !== null || languages.includes(language)) return problem;
  const sentence = `this problem cannot be solved in ${language}; it can in: ${languages.join(", ")}`;
  throw new VisibleError("InvalidInput", `Invalid input: language: ${sentence}`);
}
