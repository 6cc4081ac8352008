import { expect } from "vitest";
import { output, results, type Script } from "../support/aws/scripted-lambda.js";
import type { CustomTests, Graded } from "../support/http/expect-contract-answer.js";
import type { Student } from "../support/http/grader-client.js";
import type { World } from "../support/world.js";

const INPUTS = [1, 2, 3];

/** What the student's code fails at. */
const WRONG_AT = 2;

const RIGHT = ["ACCEPTED", "WRONG_ANSWER", "ACCEPTED"];

/** A submission whose every output says whose it is. */
export function submissionOf({ sub }: Student) {
  const userCode = [
    "def solution(data):",
    `    print("${sub}", end="")`,
    `    return None if data == ${WRONG_AT} else data`,
  ];
  return { problemId: "exam", userCode: userCode.join("\n") };
}

/** What turns a submission into custom tests of the same inputs. */
export const CUSTOM_TESTS = { executionMode: "RUN_CUSTOM_TESTS", customTestCases: INPUTS };

export async function putExam(world: World): Promise<void> {
  const finalTestCases = INPUTS.map((input) => ({ input, expected_output: input }));
  await world.putProblem({ problemId: "exam", finalTestCases, timeLimitSeconds: 15 });
}

/** What an invocation gets through, so that an exam takes two. */
const CASES_AT_ONCE = 2;

/** What the executor would answer; run for a tenant whose code it is not, a submission says so. */
export const examine: Script = ({ event, headers }) => {
  const [, author] = /print\("(.*?)"/.exec(event.code_to_execute) ?? [];
  const tenant = headers["x-amz-tenant-id"];
  const stdout = author === tenant ? author : `${author}, run for ${tenant}`;
  const returned = (input: unknown) => (input === WRONG_AT ? null : input);
  const inputs = event.inputs.slice(0, CASES_AT_ONCE);
  return results(inputs.map((input) => output({ stdout, returnValue: returned(input) })));
};

/** The numbers of the cases without a verdict; fails unless each of the others has the right one. */
export function lostCases(graded: Graded, { sub }: Student): number[] {
  const lost = graded.results.filter(({ status }) => status === "INTERNAL_ERROR");
  expect(graded.results.map(({ caseNumber }) => caseNumber)).toEqual([1, 2, 3]);
  for (const { caseNumber, status, reason, stdout } of graded.results) {
    const isLost = status === "INTERNAL_ERROR";
    expect({ caseNumber, status, stdout }).toEqual({
      caseNumber,
      status: isLost ? status : RIGHT[caseNumber - 1],
      stdout: isLost ? null : sub,
    });
    expect(isLost ? ["EXECUTOR_ERROR", "DEADLINE"] : [undefined]).toContain(reason);
  }
  const passed = graded.results.filter(({ status }) => status === "ACCEPTED").length;
  expect(graded).toMatchObject({
    status: lost.length > 0 ? "INTERNAL_ERROR" : "WRONG_ANSWER",
    passedCaseCount: passed,
    totalCaseCount: INPUTS.length,
    score: Math.floor((100 * passed) / INPUTS.length + 0.5),
    problemTitle: "Title",
    problemTitleTranslated: "제목",
  });
  return lost.map(({ caseNumber }) => caseNumber);
}

/** The numbers of the custom tests that were not run; fails unless each of the others went right. */
export function lostRuns({ results: runs }: CustomTests, { sub }: Student): number[] {
  expect(runs.map(({ caseIdentifier, input }) => [caseIdentifier, input])).toEqual(
    INPUTS.map((input) => [`Custom Case ${input}`, input]),
  );
  const lost = runs.filter(({ runCodeOutput }) => runCodeOutput.runCodeLambdaError);
  for (const { input, runCodeOutput } of runs) {
    const { runCodeLambdaError, isSuccessful, stdout, returnValue } = runCodeOutput;
    const expected = runCodeLambdaError
      ? { isSuccessful: false, stdout: "", returnValue: null }
      : { isSuccessful: true, stdout: sub, returnValue: input === WRONG_AT ? null : input };
    expect({ isSuccessful, stdout, returnValue }).toEqual(expected);
  }
  return lost.map(({ input }) => Number(input));
}
