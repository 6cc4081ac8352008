import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CONFIGURATIONS } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { isAllowed, type PolicyStatement, parsePolicy } from "../support/iam-evaluator.js";
import { ROOT } from "../support/project-settings.js";
import { ACCOUNT, REGION } from "../support/provider-answers.js";
import type { Inputs, RegisteredResource } from "../support/recording-monitor.js";

const policyOf = (name: string): PolicyStatement[] => {
  const text = readFileSync(join(ROOT, `docs/ci/${name}-policy.json`), "utf8")
    .replaceAll(/"Sid": "\w+",/g, "")
    .replaceAll("ACCOUNT", ACCOUNT)
    .replaceAll("REGION", REGION)
    .replaceAll("STACK", "dev");
  return parsePolicy(text);
};
const deploy = policyOf("deploy");
const preview = policyOf("preview");

/** What each kind of resource is created by, as the tests against AWS's own models know it. */
const REQUESTS = "test/infra/models/requests";
const operations = new Map<string, readonly string[]>(
  readdirSync(join(ROOT, REQUESTS)).flatMap((file) => {
    const service = file.replace(".json", "");
    const kinds: Record<string, object> = JSON.parse(
      readFileSync(join(ROOT, REQUESTS, file), "utf8"),
    );
    return Object.entries(kinds).map(([kind, requests]): [string, string[]] => [
      kind,
      Object.keys(requests)
        .filter((name) => name !== "unsent")
        .map((name) => `${service}:${name}`),
    ]);
  }),
);

/** Where IAM has another name than the API. */
const IAM_NAMES: Readonly<Record<string, readonly string[]>> = {
  "budgets:CreateBudget": ["budgets:ModifyBudget", "budgets:TagResource"],
  "cloudfront:CreateDistributionWithTags": [
    "cloudfront:CreateDistribution",
    "cloudfront:TagResource",
  ],
  "s3:PutBucketEncryption": ["s3:PutEncryptionConfiguration"],
  "s3:PutPublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
};

const arn = (service: string, resource: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** What IAM is asked about, where a kind of resource has a name of its own. */
const ARNS: Readonly<Record<string, (inputs: Inputs, region: string) => string>> = {
  "dynamodb/table": ({ name }) => arn("dynamodb", `table/${name}`),
  "lambda/function": ({ name }) => arn("lambda", `function:${name}`),
  "lambda/functionUrl": ({ functionName }) => arn("lambda", `function:${functionName}`),
  "lambda/permission": ({ function: name }) => arn("lambda", `function:${name}`),
  "iam/role": ({ name }) => arn("iam", `role/${name}`, ""),
  "iam/rolePolicy": ({ role }) => arn("iam", `role/${role}`, ""),
  "cloudwatch/logGroup": ({ name }, region) => arn("logs", `log-group:${name}`, region),
  "cloudwatch/logMetricFilter": ({ logGroupName }) => arn("logs", `log-group:${logGroupName}`),
  "cloudwatch/metricAlarm": ({ name }, region) => arn("cloudwatch", `alarm:${name}`, region),
  "cloudwatch/dashboard": ({ dashboardName }) =>
    arn("cloudwatch", `dashboard/${dashboardName}`, ""),
  "sns/topic": ({ name }, region) => arn("sns", String(name), region),
  "sns/topicSubscription": ({ topic }) => String(topic),
  "wafv2/webAcl": ({ name }) => arn("wafv2", `global/webacl/${name}/1`, "us-east-1"),
  "budgets/budget": ({ name }) => arn("budgets", `budget/${name}`, ""),
  "s3/bucket": ({ bucket }) => `arn:aws:s3:::${bucket}`,
  "s3/bucketObjectv2": ({ bucket, key }) => `arn:aws:s3:::${bucket}/${key}`,
  "s3/bucketPolicy": ({ bucket }) => `arn:aws:s3:::${bucket}`,
  "s3/bucketOwnershipControls": ({ bucket }) => `arn:aws:s3:::${bucket}`,
  "s3/bucketPublicAccessBlock": ({ bucket }) => `arn:aws:s3:::${bucket}`,
  "s3/bucketServerSideEncryptionConfiguration": ({ bucket }) => `arn:aws:s3:::${bucket}`,
};

const kindOf = ({ type }: RegisteredResource) => type.replace(/^aws:/, "").split(":")[0] ?? "";

describe.each(Object.keys(CONFIGURATIONS))("who deploys, with %s", (name) => {
  let stack: DeployedStack;
  beforeAll(async () => {
    stack = await deployStack(CONFIGURATIONS[name]);
  });

  it("may make each request that creates a resource", () => {
    const refused = stack.resources
      .filter(({ type }) => type.startsWith("aws:"))
      .flatMap((resource) => {
        const kind = kindOf(resource);
        const region = resource.inputs.region ?? REGION;
        const on = ARNS[kind]?.(resource.inputs, region) ?? "*";
        const requests = operations.get(kind) ?? [`nothing is known of ${kind}`];
        return requests
          .flatMap((operation) => IAM_NAMES[operation] ?? [operation])
          .filter((action) => !isAllowed(deploy, { action, resource: on }))
          .map((action) => `${action} ${on}`);
      });
    expect(refused).toEqual([]);
  });

  it("may hand the functions' roles to Lambda, and to nobody else", () => {
    for (const { inputs } of stack.all("iam/role")) {
      const resource = arn("iam", `role/${inputs.name}`, "");
      const to = (service: string) =>
        isAllowed(deploy, {
          action: "iam:PassRole",
          resource,
          context: { "iam:PassedToService": service },
        });
      expect([to("lambda.amazonaws.com"), to("ec2.amazonaws.com")]).toEqual([true, false]);
    }
  });
});

const TABLE = arn("dynamodb", "table/edge-grader-submissions-dev");
const POOL = arn("cognito-idp", `userpool/${REGION}_Created01`);
const LOG = arn("logs", "log-group:/aws/lambda/edge-grader-code-grader-dev");

it.each([
  ["read what students have written", "dynamodb:GetItem", TABLE],
  ["read all of it", "dynamodb:Scan", TABLE],
  ["change it", "dynamodb:PutItem", TABLE],
  ["delete a table", "dynamodb:DeleteTable", TABLE],
  ["touch another stack's", "dynamodb:UpdateTable", TABLE.replace("-dev", "-prod")],
  ["delete the pool", "cognito-idp:DeleteUserPool", POOL],
  ["make users", "cognito-idp:AdminCreateUser", POOL],
  ["read logs", "logs:FilterLogEvents", LOG],
  ["delete logs", "logs:DeleteLogGroup", LOG],
  ["run code", "lambda:InvokeFunction", arn("lambda", "function:edge-grader-code-executor-dev")],
  ["change another function", "lambda:UpdateFunctionCode", arn("lambda", "function:payroll")],
  ["make people", "iam:CreateUser", "*"],
  ["make keys", "iam:CreateAccessKey", "*"],
  ["give another role rights", "iam:PutRolePolicy", arn("iam", "role/admin", "")],
  [
    "attach managed policies",
    "iam:AttachRolePolicy",
    arn("iam", "role/edge-grader-code-grader-dev", ""),
  ],
  ["delete the distribution", "cloudfront:DeleteDistribution", "*"],
])("who deploys may not %s", (_, action, resource) => {
  expect(isAllowed(deploy, { action, resource })).toBe(false);
});

it("who previews may read what who deploys may, and change nothing", () => {
  const reads = deploy
    .map((statement) => ({
      ...statement,
      Action: statement.Action.filter((action) =>
        /^[\w-]+:(?:Get|Describe|List|View)/.test(action),
      ),
    }))
    .filter(({ Action }) => Action.length > 0);
  expect(preview).toEqual(reads);
});

it("fits into a role as an inline policy", () => {
  const text = readFileSync(join(ROOT, "docs/ci/deploy-policy.json"), "utf8");
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, with room for names
  expect(text.replaceAll(/\s/g, "").length).toBeLessThan(10_240 - 500);
});
