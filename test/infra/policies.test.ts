import { beforeAll, describe, expect, test } from "vitest";
import { policies } from "../../infra/policies.js";
import { CONFIGURATIONS } from "./support/configurations.js";
import { configure, type Settings } from "./support/configure.js";
import { type DeployedStack, deployStack } from "./support/deployed-stack.js";
import { check, rule } from "./support/policy-check.js";
import type { Inputs, RegisteredResource } from "./support/recording-monitor.js";

/** Rules about what the stack has none of. */
const OF_WHAT_IS_ABSENT = ["no-public-buckets"];

describe.each(Object.entries(CONFIGURATIONS))("with %s", (_, settings) => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack(settings);
  });

  test.each(policies.map(({ name }) => name))("the stack keeps the rule %s", async (name) => {
    await configure(settings);
    expect((await check(rule(name), stack.resources)).violations).toEqual([]);
  });
});

test("every rule is about something that the stack has, but for what it must not have", async () => {
  const { resources } = await deployStack();
  await configure({});
  const verdicts = policies.map(async (policy) => [
    policy.name,
    (await check(policy, resources)).isApplied,
  ]);
  const idle = (await Promise.all(verdicts)).filter(([, isApplied]) => !isApplied);
  expect(idle.map(([name]) => name)).toEqual(OF_WHAT_IS_ABSENT);
});

type Doctor = (inputs: Inputs) => Inputs;

const wildcard = (change: object) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b", ...change },
  }),
});
const withBehavior =
  (change: object): Doctor =>
  ({ defaultCacheBehavior }) => ({
    defaultCacheBehavior: { ...defaultCacheBehavior, ...change },
  });
const withLogging =
  (change: object): Doctor =>
  ({ loggingConfig }) => ({
    loggingConfig: { ...loggingConfig, ...change },
  });
const withOrigin =
  (change: object): Doctor =>
  ({ origins: [origin] }) => ({
    origins: [{ ...origin, customOriginConfig: { ...origin.customOriginConfig, ...change } }],
  });

/** The rule, a resource of the stack, what is changed in it, and what the rule says then. */
const DOCTORED: [string, string, object | Doctor, RegExp][] = [
  ["tables-are-kept", "submissions", { deletionProtectionEnabled: false }, /deletion protection/],
  ["tables-are-kept", "problems", { pointInTimeRecovery: { enabled: false } }, /point-in-time/],
  ["tables-are-kept", "problems", { pointInTimeRecovery: undefined }, /point-in-time/],
  ["user-pools-are-kept", "users", { deletionProtection: "INACTIVE" }, /deletion protection/],
  ["logs-expire", "edge-logs", { retentionInDays: undefined }, /forever/],
  ["logs-expire", "edge-logs", { retentionInDays: 0 }, /forever/],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Resource: "*" }),
    /on/,
  ],
  ["statements-name-actions-and-resources", "code-grader-policy", wildcard({ Action: "*" }), /\*/],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Action: "s3:*" }),
    /s3/,
  ],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Resource: ["arn:aws:s3:::b", "*"] }),
    /on everything/,
  ],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Action: undefined, NotAction: "s3:GetObject" }),
    /everything but/,
  ],
  [
    "statements-name-actions-and-resources",
    "code-executor-policy",
    wildcard({ Action: "ec2:DescribeSubnets", Resource: "*" }),
    /on everything/,
  ],
  ["no-managed-policies", "code-grader-role", { managedPolicyArns: ["arn:x"] }, /managed/],
  ["runtimes-are-pinned", "code-executor", { runtime: "python3.9" }, /python3.9/],
  ["runtimes-are-pinned", "code-grader", { architectures: undefined }, /arm64/],
  ["functions-log-json", "code-grader", withLogging({ logFormat: "Text" }), /JSON/],
  ["functions-log-json", "code-grader", withLogging({ logGroup: undefined }), /log group/],
  [
    "users-code-has-no-environment",
    "executor-probe",
    { environment: { variables: { KEY: "1" } } },
    /KEY/,
  ],
  ["users-code-is-isolated", "code-executor", { tenancyConfig: undefined }, /isolation/],
  ["function-urls-leave-cors-to-the-app", "code-grader-url", { cors: {} }, /headers/],
  [
    "functions-are-called-through-their-url",
    "code-grader-invoke-permission",
    { invokedViaFunctionUrl: undefined },
    /Everybody/,
  ],
  [
    "functions-are-called-through-their-url",
    "code-grader-url-permission",
    { principal: "sns.amazonaws.com" },
    /Any sns/,
  ],
  [
    "distributions-are-https-only",
    "edge",
    withBehavior({ viewerProtocolPolicy: "redirect-to-https" }),
    /redirect/,
  ],
  [
    "distributions-are-https-only",
    "edge",
    { orderedCacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }] },
    /allow-all/,
  ],
  [
    "distributions-are-https-only",
    "edge",
    withOrigin({ originProtocolPolicy: "match-viewer" }),
    /match-viewer/,
  ],
  ["tls-is-current", "edge", withOrigin({ originSslProtocols: ["TLSv1.1"] }), /TLSv1.1/],
  ["tls-is-current", "edge", { viewerCertificate: { acmCertificateArn: "arn:x" } }, /SSLv3/],
  [
    "tls-is-current",
    "edge",
    { viewerCertificate: { acmCertificateArn: "x", minimumProtocolVersion: "TLSv1.1_2016" } },
    /TLSv1.1/,
  ],
  [
    "open-urls-take-a-secret",
    "edge",
    ({ origins: [origin] }) => ({ origins: [{ ...origin, customHeaders: [] }] }),
    /Nothing tells CloudFront/,
  ],
  [
    "open-urls-take-a-secret",
    "edge",
    ({ origins: [origin] }) => ({ origins: [{ ...origin, domainName: "elsewhere.example" }] }),
    /Nothing tells CloudFront/,
  ],
];

describe("a stack that is changed in one place", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack();
  });

  test.each(DOCTORED)("breaks %s: %s", async (name, resource, change, message) => {
    await configure({});
    const doctored = stack.resources.map((candidate) =>
      candidate.name === resource ? withChange(candidate, change) : candidate,
    );
    const { violations } = await check(rule(name), doctored);
    expect(violations).toEqual([expect.stringMatching(message)]);
    for (const { name: other } of policies.filter((policy) => policy.name !== name)) {
      expect((await check(rule(other), doctored)).violations).toEqual([]);
    }
  });

  test.each([
    ["tables-are-kept", "submissions"],
    ["user-pools-are-kept", "users"],
  ])("breaks %s when Pulumi may delete %s", async (name, resource) => {
    await configure({});
    const unprotected = { ...named(stack, resource), isProtected: false };
    const { violations } = await check(rule(name), [unprotected]);
    expect(violations).toEqual([expect.stringMatching(/not protected by Pulumi/)]);
  });

  test.each([
    ["no-public-buckets", "aws:s3/bucket:Bucket", { acl: "public-read" }],
    ["no-public-buckets", "aws:s3/bucketAcl:BucketAcl", { acl: "public-read-write" }],
    [
      "no-public-buckets",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true },
    ],
    ["no-managed-policies", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", {}],
    ["no-managed-policies", "aws:iam/policyAttachment:PolicyAttachment", {}],
  ])("breaks %s by adding %s", async (name, type, inputs) => {
    const added = { ...stack.the("dynamodb/table", "problems"), type, inputs };
    expect((await check(rule(name), [added])).violations).toHaveLength(1);
  });
});

test.each<[string, Settings, string, object]>([
  ["tables-are-kept", { ephemeral: "true" }, "submissions", { deletionProtectionEnabled: false }],
  [
    "users-code-is-isolated",
    { tenantIsolation: "false" },
    "code-executor",
    { tenancyConfig: undefined },
  ],
])("%s is waived by the stack's own setting alone", async (name, settings, resource, change) => {
  const stack = await deployStack();
  const doctored = withChange(named(stack, resource), change);
  await configure({});
  expect((await check(rule(name), [doctored])).violations).toHaveLength(1);
  await configure(settings);
  expect((await check(rule(name), [doctored])).violations).toEqual([]);
});

test("every rule has a name of its own and says what it is for", () => {
  expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
  for (const { description } of policies) expect(description).toMatch(/^[A-Z].+\.$/);
  const doctored = new Set(DOCTORED.map(([name]) => name));
  expect(policies.filter(({ name }) => !doctored.has(name)).map(({ name }) => name)).toEqual(
    OF_WHAT_IS_ABSENT,
  );
});

function withChange(resource: RegisteredResource, change: object | Doctor): RegisteredResource {
  const { inputs, state } = resource;
  const changed = typeof change === "function" ? change(inputs) : change;
  return { ...resource, inputs: { ...inputs, ...changed }, state: { ...state, ...changed } };
}

function named(stack: DeployedStack, name: string): RegisteredResource {
  const found = stack.resources.find((resource) => resource.name === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}
