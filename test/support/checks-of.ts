import type { CheckResult } from "../../api/domain/check-result.js";
import type { CheckedCase } from "../../api/usecases/check-by-program.js";

/** What the checker says, in the order of the cases, of which each must have been told once. */
export async function checksOf(
  told: AsyncIterable<readonly CheckedCase[]>,
): Promise<(CheckResult | undefined)[]> {
  const cases: CheckedCase[] = [];
  for await (const checked of told) {
    for (const one of checked) {
      if (cases[one.index] !== undefined) throw new Error(`case ${one.index} was told twice`);
      cases[one.index] = one;
    }
  }
  return cases.map(({ check }) => check);
}
