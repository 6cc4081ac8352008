import { expect, it } from "vitest";
import { type DeployedStack, deployStack } from "./support/deployed-stack.js";

/** What AWS takes as a name, by the type of what is named; each from the service's API reference. */
const LIMITS: Readonly<Record<string, RegExp>> = {
  "dynamodb/table": /^[a-zA-Z0-9_.-]{3,255}$/,
  "lambda/function": /^[a-zA-Z0-9_-]{1,64}$/,
  "iam/role": /^[\w+=,.@-]{1,64}$/,
  "cloudwatch/logGroup": /^[\w./#-]{1,512}$/,
  "cloudwatch/logMetricFilter": /^[^:*]{1,512}$/,
  "cloudwatch/logDeliverySource": /^[\w-]{1,60}$/,
  "cloudwatch/logDeliveryDestination": /^[\w-]{1,60}$/,
  "cloudwatch/metricAlarm": /^[\x20-\x7e]{1,255}$/,
  "cloudfront/responseHeadersPolicy": /^[\w-]{1,128}$/,
  "cloudfront/originAccessControl": /^[\w-]{1,64}$/,
  "cloudfront/function": /^[a-zA-Z0-9_-]{1,64}$/,
  "sns/topic": /^[\w-]{1,256}$/,
  "budgets/budget": /^(?![^:\\]*\/action\/)[^:\\]{1,100}$/,
  "wafv2/webAcl": /^[\w-]{1,128}$/,
  "cognito/userPool": /^[\w\s+=,.@-]{1,128}$/,
  "cognito/userPoolClient": /^[\w\s+=,.@-]{1,128}$/,
  "cognito/userGroup": /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
  "ec2/securityGroup": /^(?!sg-)[\w\s.:/()#,@[\]+=&;{}!$*-]{1,255}$/,
};

const LONGEST = "a".repeat(30);

const MAILED = { alarmEmail: "operator@site.example", monthlyBudgetUsd: "50" };

/** Both stacks together have a resource of every type. */
async function deployAll(stack: string): Promise<DeployedStack[]> {
  return [
    await deployStack({ stack, executorSubnetIds: "subnet-0a", rateLimitPerIp: "10", ...MAILED }),
    await deployStack({ stack, originProtection: "oac", languages: "python3.12,javascript" }),
  ];
}

it("every name is one that AWS takes, in a stack whose own name is as long as it may be", async () => {
  const stacks = await deployAll(LONGEST);
  const limitsMet = new Set<string>();
  for (const { kind, name, inputs } of stacks.flatMap(({ resources }) => resources)) {
    if (inputs.name === undefined) continue;
    expect([name, inputs.name]).toEqual([name, expect.stringMatching(LIMITS[kind] ?? /^$/)]);
    limitsMet.add(kind);
  }
  expect([...limitsMet].sort()).toEqual(Object.keys(LIMITS).sort());
});

it("the sign-in page's address is one that Cognito takes", async () => {
  const [stack] = await deployAll(LONGEST);
  const { domain } = stack?.the("cognito/userPoolDomain").inputs ?? {};
  expect(domain).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
  expect(domain).not.toMatch(/aws|amazon|cognito/);
});

it("the other names that AWS limits are within their limits", async () => {
  const [stack] = await deployAll(LONGEST);
  const acl = stack?.the("wafv2/webAcl").inputs;
  for (const { visibilityConfig } of [acl, ...(acl?.rules ?? [])]) {
    expect(visibilityConfig.metricName).toMatch(/^[\w#:./-]{1,255}$/);
  }
  expect(stack?.the("cloudwatch/dashboard").inputs.dashboardName).toMatch(/^[\w-]{1,255}$/);
  expect(stack?.the("cloudfront/distribution").inputs.comment.length).toBeLessThanOrEqual(128);
  for (const { inputs } of stack?.all("cloudwatch/logMetricFilter") ?? []) {
    expect(inputs.metricTransformation.namespace).toMatch(/^(?!AWS\/)[^:*$]{1,255}$/);
  }
});

/** What has its name within something else: a log group, a pool. */
const NAMED_WITHIN = ["cloudwatch/logMetricFilter", "cognito/userGroup"];

it("two stacks of one account share no name", async () => {
  const namesOf = async (stack: string) => {
    const stacks = await deployAll(stack);
    return stacks.flatMap(({ resources }) =>
      resources
        .filter(({ kind }) => !NAMED_WITHIN.includes(kind))
        .flatMap(({ inputs }) => [inputs.name, inputs.domain, inputs.dashboardName])
        .filter((name): name is string => name !== undefined),
    );
  };
  const other = new Set(await namesOf("prod"));
  expect((await namesOf("dev")).filter((name) => other.has(name))).toEqual([]);
});
