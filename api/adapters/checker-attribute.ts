import type { Checker } from "../domain/checker.js";
import { sha256Hex } from "./sha256-hex.js";
import { UnusableProblem } from "./unusable-problem.js";

/**
 * The program that judges a problem's answers, with a tenant of its own: a student's id has no `/`.
 *
 * @throws UnusableProblem
 */
export async function readChecker(problemId: string, source: unknown): Promise<Checker> {
  if (typeof source !== "string" || source.trim() === "") {
    const sentence =
      "The checker of this problem must be its Python source, since the judgeType is checker.";
    throw new UnusableProblem(sentence);
  }
  return { source, tenantId: `checker/${(await sha256Hex(problemId)).slice(0, 32)}` };
}
