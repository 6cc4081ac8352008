import { packFunctions } from "../pack/pack-functions.js";
import { createStack } from "./stack.js";
import { loadStackConfig } from "./stack-config.js";

const outputs = await createStack(loadStackConfig(), await packFunctions());

export const {
  codeExecutorLambdaName,
  codeGraderLambdaName,
  codeGraderApiInvokeUrl,
  submissionsTableName,
  problemsTableName,
  userPoolId,
  userPoolClientId,
  signInUrl,
  executorProbeLambdaName,
  distributionId,
  distributionDomainName,
  dashboardName,
} = outputs;
