import * as pulumi from "@pulumi/pulumi";
import { packFunctions } from "../pack/pack-functions.js";
import { PackingFault } from "../pack/packing-fault.js";
import { createStack } from "./stack.js";
import { loadStackConfig, runsJavaScript } from "./stack-config.js";

const config = loadStackConfig();
const archives = await packFunctions(process.env, console.warn, {
  javascript: runsJavaScript(config),
}).catch((error: unknown) => {
  // Which Pulumi prints without a stack trace.
  throw error instanceof PackingFault ? new pulumi.RunError(error.message) : error;
});

const outputs = await createStack(config, archives);

export const {
  codeExecutorLambdaName,
  javascriptExecutorLambdaName,
  codeGraderLambdaName,
  codeGraderApiInvokeUrl,
  submissionsTableName,
  problemsTableName,
  region,
  problemsAreListed,
  submissionTtlDays,
  callerSlotsTableName,
  executorTimeoutSeconds,
  tenantIsolation,
  staffGroup,
  userPoolId,
  userPoolClientId,
  signInUrl,
  executorProbeLambdaName,
  javascriptProbeLambdaName,
  distributionId,
  distributionDomainName,
  dashboardName,
} = outputs;
