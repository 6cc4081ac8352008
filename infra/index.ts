import * as pulumi from "@pulumi/pulumi";
import { accessLogs } from "./access-logs.js";
import { currentAccount } from "./account.js";
import { alarms } from "./alarms.js";
import { apiFunction } from "./api-function.js";
import { packApi, packExecutor } from "./archive.js";
import { bundleApi } from "./bundle.js";
import { dashboard } from "./dashboard.js";
import { domainRecords } from "./dns.js";
import { edge } from "./edge.js";
import { executorFunctions } from "./executor-function.js";
import { functionUrl } from "./function-url.js";
import { functionUrlPermissions } from "./function-url-permissions.js";
import { identity } from "./identity.js";
import { metrics } from "./metrics.js";
import { originSecrets } from "./origin-secrets.js";
import { loadStackConfig } from "./stack-config.js";
import { problemsTable, submissionsTable } from "./tables.js";

const config = loadStackConfig();
const account = currentAccount();

const apiArchive = await packApi(await bundleApi("dist/api"), "dist/api.zip");
const executorArchive = await packExecutor("dist/executor.zip");

const problems = await problemsTable(config, account);
const submissions = submissionsTable(config, account);
const users = identity(config, account);
const secrets = originSecrets(config);

const executorParts = executorFunctions(config, executorArchive);
const { executor, probe } = executorParts;
const { api, role: apiRole } = apiFunction(config, apiArchive, {
  problems,
  submissions,
  executor,
  identity: users,
  originSecrets: secrets?.taken,
});

const url = functionUrl(api, config.originProtection);
const distribution = edge(config, url, secrets?.sent);
functionUrlPermissions(api, distribution.arn, config.originProtection);
domainRecords(config, distribution);

const watched = { api, executor, problems, submissions, distribution };
accessLogs(config, account, distribution);
metrics(apiRole.logGroup, executorParts.role.logGroup);
alarms(config, watched);
const overview = dashboard(watched, account);

// The first four as the service that this one follows names them.
export const codeExecutorLambdaName = executor.name;
export const codeGraderLambdaName = api.name;
export const codeGraderApiInvokeUrl = pulumi.interpolate`https://${config.domainName ?? distribution.domainName}`;
export const submissionsTableName = submissions.name;
export const problemsTableName = problems.name;
export const userPoolId = users.userPoolId;
export const userPoolClientId = users.clientIds.apply(([first]) => first);
// Of an output that is undefined Pulumi warns at every deployment.
export const signInUrl = users.signInUrl ?? null;
export const executorProbeLambdaName = probe.name;
export const distributionId = distribution.id;
export const distributionDomainName = distribution.domainName;
export const dashboardName = overview.dashboardName;
