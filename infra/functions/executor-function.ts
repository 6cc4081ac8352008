import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { CodeArchive } from "../../pack/archive.js";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { type ExecutorNetwork, executorNetwork } from "./executor-network.js";
import { type FunctionRole, functionRole } from "./function-role.js";

/** What runs the code of one language, and the same code's self-test of the place where it runs. */
export interface ExecutorFunctions {
  /** What it is called beside other functions. */
  readonly what: string;
  readonly executor: lambda.Function;
  readonly probe: lambda.Function;
  readonly role: FunctionRole;
}

/** The archives by language; where one is missing, so are its functions. */
export interface ExecutorArchives {
  readonly executor: CodeArchive;
  readonly javascriptExecutor?: CodeArchive;
}

export interface Executors {
  readonly python: ExecutorFunctions;
  readonly javascript: ExecutorFunctions | undefined;
}

/** Functions that run users' code: roles whose keys are worth nothing, no variables, no secrets. */
export function executorFunctions(
  config: StackConfig,
  account: AwsAccount,
  archives: ExecutorArchives,
): Executors {
  const network = executorNetwork(config);
  const functions = (what: string, probe: string, archive: CodeArchive) =>
    functionsOf(config, account, { what, probe, archive, network });
  return {
    python: functions("code-executor", "executor-probe", archives.executor),
    javascript:
      archives.javascriptExecutor &&
      functions("javascript-executor", "javascript-probe", archives.javascriptExecutor),
  };
}

interface Parts {
  readonly what: string;
  readonly probe: string;
  readonly archive: CodeArchive;
  readonly network: ExecutorNetwork | undefined;
}

function functionsOf(
  config: StackConfig,
  account: AwsAccount,
  { what, probe, archive, network }: Parts,
): ExecutorFunctions {
  const role = functionRole(what, config, account, network?.statements);
  const common = {
    role: role.role.arn,
    runtime: "python3.12",
    architectures: ["arm64"],
    code: new pulumi.asset.FileArchive(archive.path),
    sourceCodeHash: archive.sha256,
    memorySize: config.executorMemoryMb,
    timeout: config.executorTimeoutSeconds,
    reservedConcurrentExecutions: -1,
    loggingConfig: { logFormat: "JSON", logGroup: role.logGroup.name },
    ...(config.tenantIsolation && {
      tenancyConfig: { tenantIsolationMode: "PER_TENANT" },
    }),
    ...(network && { vpcConfig: network.vpcConfig }),
  };
  const options = { dependsOn: [role.policy] };
  return {
    what,
    role,
    executor: new lambda.Function(
      what,
      {
        ...common,
        name: nameOf(what),
        description: "Runs a student's code on test inputs",
        handler: "lambda_function.lambda_handler",
        reservedConcurrentExecutions: config.executorReservedConcurrency,
      },
      options,
    ),
    probe: new lambda.Function(
      probe,
      {
        ...common,
        name: nameOf(probe),
        description: "Reports which layers of the executor's jail hold in the real environment",
        handler: "probe.handler",
      },
      options,
    ),
  };
}
