import { packApi, packExecutor } from "../pack/archive.js";
import { bundleApi } from "../pack/bundle-api.js";
import { createStack } from "./stack.js";
import { loadStackConfig } from "./stack-config.js";

const outputs = await createStack(loadStackConfig(), {
  api: await packApi(await bundleApi("dist/api"), "dist/api.zip"),
  executor: await packExecutor("dist/executor.zip"),
});

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
