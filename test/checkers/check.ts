import type { CheckResult } from "../../api/domain/check-result.js";
import type { Io } from "../../api/domain/entry.js";
import { NEUTRAL_EXECUTION, type SettledCase } from "../../api/domain/execution.js";
import type { JsonText } from "../../api/domain/json.js";
import type { Log } from "../../api/ports.js";
import { checkByProgram } from "../../api/usecases/check-by-program.js";
import { checksOf } from "../support/checks-of.js";
import type { World } from "../support/world.js";

const TENANT = "checker/0123456789abcdef0123456789abcdef";

export type Case = readonly [input: string, expected: string, actual: string];

/** What an author's program makes of each case, run by the real executor. */
export async function check(
  world: World,
  source: string,
  cases: readonly Case[],
  { io = "function", log = () => {} }: { io?: Io; log?: Log } = {},
): Promise<(CheckResult | undefined)[]> {
  const { executor, batchLimits } = world.stack.deps;
  const testCases = cases.map(([input, expected]) => ({
    input: input as JsonText,
    expectedText: expected as JsonText,
  }));
  const answers = cases.map(([, , actual], index): SettledCase => {
    const execution = { ...NEUTRAL_EXECUTION, returnValue: actual as JsonText };
    return { index, outcome: { kind: "executed", execution } };
  });
  const checker = { source, tenantId: TENANT };
  const problem = { problemId: "p", calling: { io }, checker, testCases };
  const input = { problem, deadline: AbortSignal.timeout(60_000), log };
  return checksOf(checkByProgram({ executor, batchLimits }, input, [answers]));
}

export const scores = (results: readonly (CheckResult | undefined)[]) =>
  results.map((result) => (result?.kind === "scored" ? result.score : result?.reason));
