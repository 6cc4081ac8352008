import { beforeAll, describe, expect, it } from "vitest";
import { CONFIGURATIONS, GIVEN } from "../support/configurations.js";
import {
  ARCHIVES,
  type DeployedStack,
  deployStack,
  JAVASCRIPT_ARCHIVES,
} from "../support/deployed-stack.js";

const FUNCTIONS = ["code-executor", "executor-probe"];
const JAVASCRIPT_FUNCTIONS = ["javascript-executor", "javascript-probe"];
const BOTH = { languages: "python3.12,javascript" };

describe("the functions that run users' code", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack();
  });

  const inputs = (name: string) => stack.the("lambda/function", name).inputs;

  it.each(FUNCTIONS)("%s runs as the executor is meant to", (name) => {
    expect(inputs(name)).toMatchObject({
      runtime: "python3.12",
      architectures: ["arm64"],
      memorySize: 1769,
      timeout: 40,
      code: { path: "dist/executor.zip" },
      sourceCodeHash: ARCHIVES.executor.sha256,
      tenancyConfig: { tenantIsolationMode: "PER_TENANT" },
      reservedConcurrentExecutions: -1,
    });
  });

  it.each(FUNCTIONS)("%s has nothing to steal: no variables, layers or file systems", (name) => {
    const { environment, layers, fileSystemConfig, vpcConfig, kmsKeyArn } = inputs(name);
    expect({ environment, layers, fileSystemConfig, vpcConfig, kmsKeyArn }).toEqual({});
  });

  it("each enters the archive at its own handler", () => {
    expect(inputs("code-executor").handler).toBe("lambda_function.lambda_handler");
    expect(inputs("executor-probe").handler).toBe("probe.handler");
  });

  it.each(FUNCTIONS)("%s logs JSON to the group that its role may write to", (name) => {
    const group = stack.the("cloudwatch/logGroup", "code-executor-logs");
    expect(inputs(name).loggingConfig).toEqual({
      logFormat: "JSON",
      logGroup: "/aws/lambda/edge-grader-code-executor-dev",
    });
    expect(group.inputs).toMatchObject({ name: inputs(name).loggingConfig.logGroup });
    expect(group.inputs.retentionInDays).toBe(30);
  });

  it.each([...FUNCTIONS, "code-grader"])("%s is created when its role can do its work", (name) => {
    const { dependencies } = stack.the("lambda/function", name);
    const what = name === "code-grader" ? name : "code-executor";
    expect(dependencies).toContain(stack.the("iam/rolePolicy", `${what}-policy`).urn);
  });
});

describe("the functions for JavaScript", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack({ ...BOTH, executorReservedConcurrency: "40" });
  });

  it("are there only where the stack's languages have JavaScript", async () => {
    const names = ({ resources }: DeployedStack) => resources.map(({ name }) => name);
    const added = names(stack).filter((name) => /javascript/.test(name));
    expect(added).toEqual(expect.arrayContaining(JAVASCRIPT_FUNCTIONS));
    const without = await deployStack({ executorReservedConcurrency: "40" });
    expect(names(without).sort()).toEqual(
      names(stack)
        .filter((name) => !added.includes(name))
        .sort(),
    );
    expect(without.outputs).toMatchObject({
      javascriptExecutorLambdaName: null,
      javascriptProbeLambdaName: null,
    });
    expect(stack.outputs).toMatchObject({
      javascriptExecutorLambdaName: "edge-grader-javascript-executor-dev",
      javascriptProbeLambdaName: "edge-grader-javascript-probe-dev",
    });
  });

  it.each(JAVASCRIPT_FUNCTIONS.map((name, index) => [name, FUNCTIONS[index] ?? ""]))(
    "%s is %s in all but its code, its name, its role and its log",
    (name, pythons) => {
      const { inputs } = stack.the("lambda/function", name);
      expect(inputs).toEqual({
        ...stack.the("lambda/function", pythons).inputs,
        code: expect.objectContaining({ path: "dist/javascript-executor.zip" }),
        sourceCodeHash: JAVASCRIPT_ARCHIVES.javascriptExecutor.sha256,
        name: `edge-grader-${name}-dev`,
        role: expect.stringMatching(/:role\/edge-grader-javascript-executor-dev$/),
        loggingConfig: {
          logFormat: "JSON",
          logGroup: "/aws/lambda/edge-grader-javascript-executor-dev",
        },
      });
      expect(inputs.environment).toBeUndefined();
      expect(stack.the("lambda/function", name).dependencies).toContain(
        stack.the("iam/rolePolicy", "javascript-executor-policy").urn,
      );
    },
  );

  it("are in the same private subnets, behind the same closed group", async () => {
    const inSubnets = await deployStack({ ...BOTH, executorSubnetIds: "subnet-0a" });
    const { vpcConfig } = inSubnets.the("lambda/function", "code-executor").inputs;
    expect(vpcConfig.securityGroupIds).toHaveLength(1);
    for (const name of JAVASCRIPT_FUNCTIONS) {
      expect(inSubnets.the("lambda/function", name).inputs.vpcConfig).toEqual(vpcConfig);
    }
  });

  it("are what the API is told of, and only where they are", async () => {
    const named = (of: DeployedStack) =>
      of.the("lambda/function", "code-grader").inputs.environment.variables;
    expect(named(stack).JAVASCRIPT_EXECUTOR_FUNCTION_NAME).toBe(
      "edge-grader-javascript-executor-dev",
    );
    expect(named(await deployStack())).not.toHaveProperty("JAVASCRIPT_EXECUTOR_FUNCTION_NAME");
  });
});

it("without tenant isolation the executor is an ordinary function", async () => {
  const stack = await deployStack(CONFIGURATIONS["one executor for all users"]);
  for (const name of FUNCTIONS) {
    const { inputs } = stack.the("lambda/function", name);
    expect(inputs.tenancyConfig).toBeUndefined();
    expect(inputs).toMatchObject({ memorySize: 1024, timeout: 60 });
  }
});

it("a reservation is the executor's and does not take from the account twice", async () => {
  const stack = await deployStack({ executorReservedConcurrency: "40" });
  const reserved = (name: string) =>
    stack.the("lambda/function", name).inputs.reservedConcurrentExecutions;
  expect(reserved("code-executor")).toBe(40);
  expect(reserved("executor-probe")).toBe(-1);
});

describe("an executor in private subnets", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack({ executorSubnetIds: GIVEN.executorSubnetIds });
  });

  it("is closed in by a group without a rule, in the subnets' own network", () => {
    const group = stack.the("ec2/securityGroup");
    expect(group.inputs).toMatchObject({ vpcId: "vpc-0123456789abcdef0", ingress: [], egress: [] });
    expect(stack.resources.filter(({ type }) => /securityGroup\w*Rule/i.test(type))).toEqual([]);
    for (const name of FUNCTIONS) {
      expect(stack.the("lambda/function", name).inputs.vpcConfig).toEqual({
        subnetIds: ["subnet-0a", "subnet-0b"],
        securityGroupIds: ["sg-0123456789abcdef0"],
      });
    }
  });

  it("can move to another network, whose group is there before the functions leave the old one", () => {
    expect(stack.the("ec2/securityGroup").isDeletedBeforeReplacement).toBe(false);
  });

  it("does not take the API with it, which needs the internet", () => {
    expect(stack.the("lambda/function", "code-grader").inputs.vpcConfig).toBeUndefined();
  });
});
