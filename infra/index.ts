import * as pulumi from "@pulumi/pulumi";
import { packFunctions } from "../pack/pack-functions.js";
import { packSite } from "../pack/pack-site.js";
import { PackingFault } from "../pack/packing-fault.js";
import { hasSite } from "./identity/sign-in-settings.js";
import { createStack } from "./stack.js";
import { loadStackConfig, runsJavaScript } from "./stack-config.js";

const config = loadStackConfig();
const archives = await packFunctions(process.env, console.warn, {
  javascript: runsJavaScript(config),
}).catch((error: unknown) => {
  // Which Pulumi prints without a stack trace.
  throw error instanceof PackingFault ? new pulumi.RunError(error.message) : error;
});

const site = hasSite(config) ? { site: await packSite("dist/site") } : {};

const outputs = await createStack(config, { ...archives, ...site });

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
  ephemeral,
  userPoolId,
  userPoolClientId,
  signInUrl,
  siteUrl,
  executorProbeLambdaName,
  javascriptProbeLambdaName,
  distributionId,
  distributionDomainName,
  dashboardName,
} = outputs;
