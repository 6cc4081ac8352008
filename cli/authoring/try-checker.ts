import { NEUTRAL_EXECUTION, type SettledCase } from "../../api/domain/execution.js";
import { type JsonText, toJsonText } from "../../api/domain/json.js";
import type { Problem, TestCase } from "../../api/domain/problem.js";
import {
  type CheckByProgramDeps,
  type CheckByProgramInput,
  checkByProgram,
} from "../../api/usecases/check-by-program.js";

const CHECK_MS = 20_000;

/**
 * What a problem's checker does wrong when the expected output of the first case is the answer. A check
 * has to come to an end with any answer at all.
 */
export async function tryChecker(deps: CheckByProgramDeps, problem: Problem): Promise<string[]> {
  const testCases = problem.testCases.slice(0, 1);
  const faults: unknown[] = [];
  try {
    const input: CheckByProgramInput = {
      problem: { ...problem, testCases },
      deadline: AbortSignal.timeout(CHECK_MS),
      log: (event, { fault }) => {
        if (event === "checker.failed") faults.push(fault);
      },
    };
    const answers = testCases.map((one, index): SettledCase => {
      const execution = { ...NEUTRAL_EXECUTION, returnValue: answerTo(one, problem) };
      return { index, outcome: { kind: "executed", execution } };
    });
    // What it says of the answer does not matter, only that it says something.
    for await (const _ of checkByProgram(deps, input, [answers]));
  } catch {
    // No executor was to be had: the checker is tried with the first submission.
    return [];
  }
  return faults.map((fault) => `The checker fails on test case 1: ${fault}`);
}

/** Programs write texts, whatever is expected. */
function answerTo({ expectedText, expectedOutput }: TestCase, { calling }: Problem): JsonText {
  const isGivable = calling.io !== "stdio" || typeof expectedOutput === "string";
  return isGivable ? expectedText : toJsonText("");
}
