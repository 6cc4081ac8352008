import * as pulumi from "@pulumi/pulumi";
import type { CodeArchive } from "../pack/archive.js";
import type { PackedSite } from "../pack/pack-site.js";
import { currentAccount } from "./account.js";
import { callerSlotsTable, problemsTable, submissionsTable } from "./data/tables.js";
import { domainRecords } from "./edge/dns.js";
import { edge } from "./edge/edge.js";
import { originSecrets } from "./edge/origin-secrets.js";
import { apiFunction } from "./functions/api-function.js";
import { type ExecutorArchives, executorFunctions } from "./functions/executor-function.js";
import { functionUrl } from "./functions/function-url.js";
import { functionUrlPermissions } from "./functions/function-url-permissions.js";
import { identity } from "./identity/identity.js";
import { accessLogs } from "./observability/access-logs.js";
import { alarms } from "./observability/alarms.js";
import { budget } from "./observability/budget.js";
import { dashboard } from "./observability/dashboard.js";
import { healthCheck } from "./observability/health-check.js";
import { metrics } from "./observability/metrics.js";
import { site } from "./site/site.js";
import type { StackConfig } from "./stack-config.js";
import { tagResources } from "./tag-resources.js";

/** The code of the functions. */
export interface StackArchives extends ExecutorArchives {
  /** Where the stack shows the page. */
  readonly site?: PackedSite;
  readonly api: CodeArchive;
}

/**
 * Creates every resource of the stack.
 *
 * @returns the stack's outputs by their names
 */
export async function createStack(config: StackConfig, archives: StackArchives) {
  tagResources();
  const account = currentAccount();
  const problems = await problemsTable(config, account);
  const submissions = submissionsTable(config, account);
  const users = identity(config, account);
  const secrets = originSecrets(config);

  const { python, javascript } = executorFunctions(config, account, archives);
  const executors = javascript === undefined ? [python] : [python, javascript];
  const callerSlots = callerSlotsTable(config);
  const { api, role: apiRole } = apiFunction(config, account, archives.api, {
    problems,
    submissions,
    callerSlots,
    executor: python.executor,
    javascriptExecutor: javascript?.executor,
    identity: users,
    originSecrets: secrets?.taken,
  });

  const url = functionUrl(api, config.originProtection);
  const page = site(account, users, archives.site);
  const distribution = edge(config, url, secrets?.sent, page?.parts);
  const siteUrl = pulumi.interpolate`https://${config.domainName ?? distribution.domainName}`;
  page?.serve(distribution, config.originProtection);
  if (page !== undefined) users.letReturnTo(siteUrl);
  functionUrlPermissions(api, distribution.arn, config.originProtection);
  domainRecords(config, distribution);

  const health = healthCheck(config, distribution);
  const watched = { api, executors, problems, submissions, distribution, health };
  accessLogs(config, account, distribution);
  metrics(apiRole.logGroup, python, javascript);
  alarms(config, watched);
  budget(config);
  const overview = dashboard(watched, account);

  return {
    // The first four as the service that this one follows names them.
    codeExecutorLambdaName: python.executor.name,
    codeGraderLambdaName: api.name,
    codeGraderApiInvokeUrl: siteUrl,
    submissionsTableName: submissions.name,
    problemsTableName: problems.name,
    // What `grader` works with, besides.
    region: account.region,
    problemsAreListed: problems.listIndexArn !== undefined,
    submissionTtlDays: config.submissionTtlDays,
    callerSlotsTableName: callerSlots.name,
    executorTimeoutSeconds: config.executorTimeoutSeconds,
    tenantIsolation: config.tenantIsolation,
    staffGroup: config.staffGroup,
    ephemeral: config.ephemeral,
    userPoolId: users.userPoolId,
    userPoolClientId: users.clientIds.apply(([first]) => first),
    // Of an output that is undefined Pulumi warns at every deployment.
    signInUrl: users.signInUrl ?? null,
    siteUrl: page === undefined ? null : siteUrl,
    executorProbeLambdaName: python.probe.name,
    javascriptExecutorLambdaName: javascript?.executor.name ?? null,
    javascriptProbeLambdaName: javascript?.probe.name ?? null,
    distributionId: distribution.id,
    distributionDomainName: distribution.domainName,
    dashboardName: overview.dashboardName,
  };
}
