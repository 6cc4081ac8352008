import { packFunctions } from "../pack/pack-functions.js";
import { createStack } from "./stack.js";
import { loadStackConfig } from "./stack-config.js";

const config = loadStackConfig();
const archives = await packFunctions(process.env);
if (archives.notice !== undefined) console.warn(archives.notice);

const outputs = await createStack(config, archives);

export const {
  codeExecutorLambdaName,
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
  distributionId,
  distributionDomainName,
  dashboardName,
} = outputs;
