import { expect, it } from "vitest";
import { runs } from "../../../cli/doctor/runs.js";
import type { StackOutputs } from "../../../cli/target/stack-outputs.js";
import { examineService, json, kinds, refusal } from "../../support/cli/examine.js";

const ran = (returnValue: unknown, changes: object = {}) =>
  json({
    executionMode: "RUN_CUSTOM_TESTS_RESULTS",
    results: [{ runCodeOutput: { returnValue, executionTimeMs: 12 }, ...changes }],
  });

const answering = (
  python: () => Response,
  javascript: () => Response = () => refusal(400, "InvalidInput"),
  outputs = {},
) =>
  examineService(
    runs,
    async (request) => {
      const { language } = (await request.json()) as { language: string };
      return language === "javascript" ? javascript() : python();
    },
    { token: "t", outputs: outputs as StackOutputs },
  );

const LOG = 'aws logs tail "/aws/lambda/$GRADER"';

it("holds for each language that there is", async () => {
  expect(kinds(await answering(() => ran(42)))).toEqual(["holds", "skipped"]);
  expect(
    kinds(
      await answering(
        () => ran(42),
        () => ran(42),
      ),
    ),
  ).toEqual(["holds", "holds"]);
});

it.each([
  ["the executor died", ran(null, { runCodeLambdaError: true }), "21 doubled is not 42", LOG],
  ["it answers nonsense", ran(41), "21 doubled is not 42", LOG],
  ["executors are busy", refusal(503, "ExecutorBusy"), "503 ExecutorBusy", "get-account-settings"],
  ["the API fails", refusal(500, "InternalError"), "500 InternalError", LOG],
])("fails where %s", async (_, answer, sentence, command) => {
  const [finding] = await answering(() => answer);
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining(command) });
  expect(finding?.sentence).toContain(sentence);
});

it("fails where the stack has an executor that the API does not know", async () => {
  const outputs = { javascriptExecutorLambdaName: "edge-grader-javascript-executor-prod" };
  const findings = await answering(() => ran(42), undefined, outputs);
  expect(kinds(findings)).toEqual(["holds", "fails"]);
  expect(findings[1]?.command).toBe("npx pulumi up");
});
