import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { LISTED_PROBLEMS_INDEX, SUBMISSION_INDEXES } from "../../../api/tables.js";
import { AWS_ACTIONS } from "../support/aws-actions.js";
import { CONFIGURATIONS } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { isAllowed, type PolicyStatement, parsePolicy } from "../support/iam-evaluator.js";
import { ROOT } from "../support/project-settings.js";

/** The SDK's commands that the API sends, and what IAM calls them. */
const SENT = {
  GetCommand: "dynamodb:GetItem",
  PutCommand: "dynamodb:PutItem",
  DeleteCommand: "dynamodb:DeleteItem",
  QueryCommand: "dynamodb:Query",
  InvokeCommand: "lambda:InvokeFunction",
};

const arn = (
  service: string,
  resource: string,
  account = "123456789012",
  region = "ap-northeast-2",
) => `arn:aws:${service}:${region}:${account}:${resource}`;
const stream = (group: string) => arn("logs", `log-group:/aws/lambda/${group}:log-stream:2026/1`);
const executor = arn("lambda", "function:edge-grader-code-executor-dev");
const javascriptExecutor = arn("lambda", "function:edge-grader-javascript-executor-dev");
const callerSlots = arn("dynamodb", "table/edge-grader-caller-slots-dev");
const THROUGH_DYNAMODB = { "kms:ViaService": "dynamodb.ap-northeast-2.amazonaws.com" };

/** What a role could be tried on: the stack's own parts, what is named alike, what is foreign. */
const resourcesBeside = (problems: string, submissions: string, keys: readonly string[]) => [
  ...new Set([
    problems,
    `${problems}/index/Any`,
    `${problems}/index/${LISTED_PROBLEMS_INDEX.indexName}`,
    submissions,
    ...indexesOf(submissions),
    callerSlots,
    `${submissions}2`,
    `${submissions}2/index/UserIdSubmissionTimeIndex`,
    `${submissions}/stream/2026`,
    `${submissions}/backup/1`,
    arn("dynamodb", "table/edge-grader-problems-dev"),
    arn("dynamodb", "table/edge-grader-submissions-dev"),
    arn("dynamodb", "table/edge-grader-submissions-dev/index/UserIdSubmissionTimeIndex"),
    arn("dynamodb", "table/edge-grader-submissions-dev", "999999999999"),
    arn("dynamodb", "table/edge-grader-submissions-dev", "123456789012", "us-east-1"),
    executor,
    `${executor}:1`,
    `${executor}2`,
    javascriptExecutor,
    `${javascriptExecutor}2`,
    arn("lambda", "function:edge-grader-executor-probe-dev"),
    arn("lambda", "function:edge-grader-javascript-probe-dev"),
    arn("lambda", "function:edge-grader-code-grader-dev"),
    arn("lambda", "function:edge-grader-code-executor-prod"),
    stream("edge-grader-code-grader-dev"),
    stream("edge-grader-code-executor-dev"),
    stream("edge-grader-javascript-executor-dev"),
    stream("edge-grader-code-grader-dev2"),
    arn("logs", "log-group:/aws/lambda/edge-grader-code-grader-dev"),
    "arn:aws:iam::123456789012:role/edge-grader-code-grader-dev",
    "arn:aws:s3:::any/object",
    arn("cognito-idp", "userpool/ap-northeast-2_Created01"),
    ...keys,
    arn("kms", "key/1"),
    "*",
  ]),
];

function indexesOf(table: string): string[] {
  return SUBMISSION_INDEXES.map(({ indexName }) => `${table}/index/${indexName}`);
}

function granted(
  statements: readonly PolicyStatement[],
  resources: readonly string[],
  context: Readonly<Record<string, string>> = {},
): string[] {
  return AWS_ACTIONS.flatMap((action) =>
    resources
      .filter((resource) => isAllowed(statements, { action, resource, context }))
      .map((resource) => `${action} ${resource}`),
  ).sort();
}

const logs = (group: string) =>
  ["CreateLogStream", "PutLogEvents"].map((name) => `logs:${name} ${stream(group)}`);

describe.each(Object.keys(CONFIGURATIONS))("with %s", (name) => {
  let stack: DeployedStack;
  let resources: string[];
  let problems: string;
  let submissions: string;
  const hasJavaScript = CONFIGURATIONS[name]?.languages?.includes("javascript") ?? false;
  const executors = hasJavaScript ? ["code-executor", "javascript-executor"] : ["code-executor"];
  const keys = [CONFIGURATIONS[name]?.problemsTableKeyArn ?? []].flat();

  beforeAll(async () => {
    stack = await deployStack(CONFIGURATIONS[name]);
    problems = arn("dynamodb", `table/${stack.outputs.problemsTableName}`);
    submissions = arn("dynamodb", `table/${stack.outputs.submissionsTableName}`);
    resources = resourcesBeside(problems, submissions, keys);
  });

  const statementsOf = (role: string) =>
    parsePolicy(stack.the("iam/rolePolicy", `${role}-policy`).inputs.policy);

  it("the API may make each call that its adapters make, and no other", () => {
    const isOwn = stack.all("dynamodb/table").some((table) => table.name === "problems");
    expect(granted(statementsOf("code-grader"), resources, THROUGH_DYNAMODB)).toEqual(
      [
        `${SENT.GetCommand} ${problems}`,
        `${SENT.GetCommand} ${submissions}`,
        `${SENT.PutCommand} ${submissions}`,
        `${SENT.PutCommand} ${callerSlots}`,
        `${SENT.DeleteCommand} ${callerSlots}`,
        ...indexesOf(submissions).map((index) => `${SENT.QueryCommand} ${index}`),
        ...(isOwn ? [`${SENT.QueryCommand} ${problems}/index/ListedProblemsIndex`] : []),
        ...keys.map((key) => `kms:Decrypt ${key}`),
        `${SENT.InvokeCommand} ${executor}`,
        ...(hasJavaScript ? [`${SENT.InvokeCommand} ${javascriptExecutor}`] : []),
        ...logs("edge-grader-code-grader-dev"),
      ].sort(),
    );
  });

  it("the API itself may use no key, only DynamoDB in its name", () => {
    for (const context of [{}, { "kms:ViaService": "s3.ap-northeast-2.amazonaws.com" }]) {
      const allowed = granted(statementsOf("code-grader"), resources, context);
      expect(allowed.filter((grant) => grant.startsWith("kms:"))).toEqual([]);
    }
  });

  it("users' code may write its executor's log and nothing else, whichever function runs it", () => {
    const functions = [
      ["code-executor", "code-executor"],
      ["executor-probe", "code-executor"],
      ...(hasJavaScript
        ? [
            ["javascript-executor", "javascript-executor"],
            ["javascript-probe", "javascript-executor"],
          ]
        : []),
    ];
    for (const [called, role = ""] of functions) {
      const context = {
        "lambda:SourceFunctionArn": arn("lambda", `function:edge-grader-${called}-dev`),
      };
      const isGranted = (action: string, resource: string) =>
        isAllowed(statementsOf(role), { action, resource, context });
      const all = AWS_ACTIONS.flatMap((action) =>
        resources.filter((resource) => isGranted(action, resource)).map((on) => `${action} ${on}`),
      );
      expect(all.sort()).toEqual(logs(`edge-grader-${role}-dev`));
    }
  });

  it.each(executors)(
    "the service of %s may connect it to subnets exactly where there are some",
    (executor) => {
      const isInSubnets = CONFIGURATIONS[name]?.executorSubnetIds !== undefined;
      const allowed = granted(statementsOf(executor), ["*"]);
      expect(allowed).toEqual(
        isInSubnets
          ? [
              "ec2:AssignPrivateIpAddresses *",
              "ec2:CreateNetworkInterface *",
              "ec2:DeleteNetworkInterface *",
              "ec2:DescribeNetworkInterfaces *",
              "ec2:DescribeSubnets *",
              "ec2:UnassignPrivateIpAddresses *",
            ]
          : [],
      );
    },
  );

  it("each function has the role of its own kind, which Lambda alone may take", () => {
    const roleOf = (functionName: string) =>
      stack.the("lambda/function", functionName).inputs.role.split("/").at(-1);
    expect(roleOf("code-grader")).toBe("edge-grader-code-grader-dev");
    expect(roleOf("code-executor")).toBe("edge-grader-code-executor-dev");
    expect(roleOf("executor-probe")).toBe("edge-grader-code-executor-dev");
    if (hasJavaScript) {
      expect(roleOf("javascript-executor")).toBe("edge-grader-javascript-executor-dev");
      expect(roleOf("javascript-probe")).toBe("edge-grader-javascript-executor-dev");
    }
    for (const { inputs } of stack.all("iam/role")) {
      expect(JSON.parse(inputs.assumeRolePolicy).Statement).toEqual([
        {
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ]);
    }
  });

  it("a role has its one policy and no managed one", () => {
    const iam = stack.resources.filter(({ type }) => type.startsWith("aws:iam"));
    const named = ["code-grader", ...executors].flatMap((what) => [
      `${what}-policy`,
      `${what}-role`,
    ]);
    expect(iam.map((resource) => resource.name).sort()).toEqual(named.sort());
    for (const { inputs } of stack.all("iam/role")) {
      expect(Object.keys(inputs).sort()).toEqual(["assumeRolePolicy", "name", "tags"]);
    }
    for (const what of ["code-grader", ...executors]) {
      const { role } = stack.the("iam/rolePolicy", `${what}-policy`).inputs;
      expect(role).toBe(stack.the("iam/role", `${what}-role`).inputs.name);
    }
  });
});

it("the commands counted here are all that the API's source sends", async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["api/lambda.ts"],
    platform: "node",
    packages: "external",
    bundle: true,
    metafile: true,
    write: false,
  });
  // What only an operator's own tools use is not among them.
  const files = Object.keys(metafile.inputs);
  expect(files).toContain("api/adapters/dynamo-submissions.ts");
  const sources = await Promise.all(files.map((path) => readFile(join(ROOT, path), "utf8")));
  const commands = sources.flatMap((source) => source.match(/\b\w+Command(?=\()/g) ?? []);
  expect([...new Set(commands)].sort()).toEqual(Object.keys(SENT).sort());
});
