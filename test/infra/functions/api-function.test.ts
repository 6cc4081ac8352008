import { beforeAll, describe, expect, it } from "vitest";
import { type Config, loadConfig } from "../../../api/config.js";
import { CONFIGURATIONS } from "../support/configurations.js";
import { ARCHIVES, type DeployedStack, deployStack } from "../support/deployed-stack.js";

const DEFAULTS: Partial<Config> = {
  problemsTableName: "edge-grader-problems-dev",
  problemsAreListed: true,
  submissionsTableName: "edge-grader-submissions-dev",
  submissionTtlDays: undefined,
  callerSlotsTableName: "edge-grader-caller-slots-dev",
  executorFunctionName: "edge-grader-code-executor-dev",
  executorTimeoutMs: 40_000,
  tenantIsolation: true,
  userPoolId: "ap-northeast-2_Created01",
  userPoolClientIds: ["createdclient"],
  userPoolJwks: undefined,
  staffGroup: "staff",
  submissionsVisibleTo: "everyone",
  allowedOrigins: ["https://site.example"],
  submissionsPerCaller: 2,
  customRunsPerCaller: 2,
  concurrentInvocations: 8,
  payloadBytes: 4 * 1024 * 1024,
};

const secret = (version: number) => `generatedoriginsecret${version}`.padEnd(48, "Z");
const oneSecret = { kind: "secret-header", secrets: [secret(1)] } as const;

const withJavaScript = { javascriptExecutorFunctionName: "edge-grader-javascript-executor-dev" };

/** What each configuration's function should make of its environment, beside the defaults. */
const MEANT: Readonly<Record<keyof typeof CONFIGURATIONS, Partial<Config>>> = {
  "the least that is asked for": { originProtection: oneSecret },
  "the API without a page": { originProtection: oneSecret },
  "a page at a domain of one's own": { originProtection: { kind: "oac" } },
  "a page for a pool that is given": {
    originProtection: oneSecret,
    userPoolId: "ap-northeast-2_Given0001",
    userPoolClientIds: ["client1", "client2"],
  },
  "a stack to throw away": { originProtection: oneSecret },
  "requests that CloudFront signs": { originProtection: { kind: "oac" } },
  "everything given that can be": {
    originProtection: oneSecret,
    submissionsTableName: "submissions-of-the-site",
    problemsTableName: "problems-of-the-site",
    problemsAreListed: false,
    userPoolId: "ap-northeast-2_Given0001",
    userPoolClientIds: ["client1", "client2"],
  },
  "problems of another stack": {
    originProtection: oneSecret,
    problemsTableName: "table-of-another-stack",
    problemsAreListed: false,
  },
  "JavaScript beside Python": { originProtection: oneSecret, ...withJavaScript },
  "JavaScript in private subnets, for all users": {
    originProtection: oneSecret,
    tenantIsolation: false,
    ...withJavaScript,
  },
  "no web ACL": { originProtection: oneSecret },
  "alarms that are mailed": { originProtection: oneSecret },
  "nothing asked from outside, nobody's address kept": { originProtection: oneSecret },
  "a secret in rotation": {
    originProtection: { kind: "secret-header", secrets: [secret(2), secret(1)] },
  },
  "one executor for all users": {
    originProtection: oneSecret,
    tenantIsolation: false,
    executorTimeoutMs: 60_000,
    staffGroup: "teachers",
    submissionsVisibleTo: "owner",
    submissionTtlDays: 365,
    concurrentInvocations: 1,
    allowedOrigins: ["https://a.example", "https://b.example"],
  },
};

describe.each(Object.keys(CONFIGURATIONS))("with %s", (name) => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack(CONFIGURATIONS[name]);
  });

  const api = () => stack.the("lambda/function", "code-grader").inputs;

  it("the API's environment means to the API what it means to the stack", () => {
    expect(loadConfig(api().environment.variables)).toEqual({ ...DEFAULTS, ...MEANT[name] });
  });

  it("whoever waits outlasts what it waits for", () => {
    const executor = stack.the("lambda/function", "code-executor").inputs;
    const [origin] = stack.the("cloudfront/distribution").inputs.origins;
    const readTimeout = origin.customOriginConfig.originReadTimeout;
    // The client of the executor gives it five seconds more.
    expect(executor.timeout + 5).toBeLessThan(api().timeout);
    expect(api().timeout).toBeLessThan(readTimeout);
    expect(readTimeout).toBeLessThanOrEqual(120);
  });

  it("the seed's outputs name what was created or given", () => {
    const submissions =
      CONFIGURATIONS[name]?.submissionsTableName ??
      stack.the("dynamodb/table", "submissions").inputs.name;
    expect(stack.outputs).toMatchObject({
      codeExecutorLambdaName: stack.the("lambda/function", "code-executor").inputs.name,
      codeGraderLambdaName: api().name,
      submissionsTableName: submissions,
      codeGraderApiInvokeUrl: expect.stringMatching(/^https:\/\/[a-z0-9.-]+[a-z]$/),
      userPoolId: api().environment.variables.COGNITO_USER_POOL_ID,
      userPoolClientId: api().environment.variables.COGNITO_CLIENT_IDS.split(",")[0],
    });
  });
});

describe("the API's function", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack({ logRetentionDays: "90", apiMemoryMb: "2048" });
  });

  it("runs as it is meant to", () => {
    expect(stack.the("lambda/function", "code-grader").inputs).toMatchObject({
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      handler: "lambda.handler",
      memorySize: 2048,
      code: { path: "dist/api.zip" },
      sourceCodeHash: ARCHIVES.api.sha256,
      loggingConfig: { logFormat: "JSON", logGroup: "/aws/lambda/edge-grader-code-grader-dev" },
    });
  });

  it("no log of the stack is kept longer than is configured", () => {
    const groups = stack.all("cloudwatch/logGroup");
    expect(groups.map(({ name }) => name).sort()).toEqual([
      "code-executor-logs",
      "code-grader-logs",
      "edge-logs",
    ]);
    for (const { inputs } of groups) expect(inputs.retentionInDays).toBe(90);
  });
});
