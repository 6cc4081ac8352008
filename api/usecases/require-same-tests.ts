import type { Problem } from "../domain/problem.js";
import type { ProblemStore, Retry } from "../ports.js";

/** Why submissions are not graded again, as a sentence for the operator. */
export class RegradeRefused extends Error {}

export interface RequireSameTestsDeps {
  readonly problems: Pick<ProblemStore, "get">;
  readonly retry: Retry;
}

/** @throws RegradeRefused when the problem's tests have changed since it was read */
export async function requireSameTests(
  { problems, retry }: RequireSameTestsDeps,
  { problemId, testSetHash }: Problem,
): Promise<void> {
  const now = await retry(() => problems.get(problemId));
  if (now?.testSetHash === testSetHash) return;
  const sentence = `The tests of ${JSON.stringify(problemId)} have changed meanwhile.`;
  throw new RegradeRefused(`${sentence} Start again, and submissions are graded by the new ones.`);
}
