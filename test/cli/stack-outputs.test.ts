import { expect, it } from "vitest";
import { awsNamesOf, parseStackOutputs } from "../../cli/target/stack-outputs.js";
import { deployStack } from "../infra/support/deployed-stack.js";

it("takes what a stack exports", async () => {
  const stack = await deployStack();
  const outputs = parseStackOutputs(JSON.parse(JSON.stringify(stack.outputs)), "This stack");
  const { environment } = stack.the("lambda/function", "code-grader").inputs;
  const { PROBLEMS_TABLE_NAME, SUBMISSIONS_TABLE_NAME, CALLER_SLOTS_TABLE_NAME } =
    environment.variables;
  expect(awsNamesOf(outputs)).toMatchObject({
    problemsTableName: PROBLEMS_TABLE_NAME,
    submissionsTableName: SUBMISSIONS_TABLE_NAME,
    callerSlotsTableName: CALLER_SLOTS_TABLE_NAME,
    executorFunctionName: environment.variables.RUN_CODE_LAMBDA_NAME,
    tenantIsolation: environment.variables.TENANT_ISOLATION === "true",
  });
});
