import type { CaseOutcome, SettledCase } from "../../api/domain/execution.js";

/** The outcomes in the order of their cases, of which each must have been told once. */
export async function outcomesOf(
  told: AsyncIterable<readonly SettledCase[]>,
): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for await (const settled of told) {
    for (const { index, outcome } of settled) {
      if (outcomes[index] !== undefined) throw new Error(`case ${index} was told twice`);
      outcomes[index] = outcome;
    }
  }
  if (outcomes.includes(undefined as never)) throw new Error("a case was not told");
  return outcomes;
}
