import { beforeAll, describe, expect, it } from "vitest";
import { policies } from "../../../infra/policies/policies.js";
import { CONFIGURATIONS } from "../support/configurations.js";
import { configure, type Settings } from "../support/configure.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { DOCTORED, type Doctor } from "../support/doctored.js";
import { check, rule } from "../support/policy-check.js";
import type { RegisteredResource } from "../support/recording-monitor.js";

describe.each(Object.entries(CONFIGURATIONS))("with %s", (_, settings) => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack(settings);
  });

  it.each(policies.map(({ name }) => name))("the stack keeps the rule %s", async (name) => {
    await configure(settings);
    expect((await check(rule(name), stack.resources)).violations).toEqual([]);
  });
});

it("every rule is about something that the stack has", async () => {
  const { resources } = await deployStack();
  await configure({});
  const verdicts = policies.map(async (policy) => [
    policy.name,
    (await check(policy, resources)).isApplied,
  ]);
  const idle = (await Promise.all(verdicts)).filter(([, isApplied]) => !isApplied);
  expect(idle.map(([name]) => name)).toEqual([]);
});

describe("a stack that is changed in one place", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack({ languages: "python3.12,javascript" });
  });

  it.each(DOCTORED)("breaks %s: %s", async (name, resource, change, message) => {
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

  it.each([
    ["tables-are-kept", "submissions"],
    ["user-pools-are-kept", "users"],
  ])("breaks %s when Pulumi may delete %s", async (name, resource) => {
    await configure({});
    const unprotected = { ...named(stack, resource), isProtected: false };
    const { violations } = await check(rule(name), [unprotected]);
    expect(violations).toEqual([expect.stringMatching(/not protected by Pulumi/)]);
  });

  it.each([
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

it.each<[string, Settings, string, object]>([
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

it("every rule has a name of its own and says what it is for", () => {
  expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
  for (const { description } of policies) expect(description).toMatch(/^[A-Z].+\.$/);
  const doctored = new Set(DOCTORED.map(([name]) => name));
  expect(policies.filter(({ name }) => !doctored.has(name)).map(({ name }) => name)).toEqual([]);
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
