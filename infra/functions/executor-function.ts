import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { CodeArchive } from "../../pack/archive.js";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { executorNetwork } from "./executor-network.js";
import { type FunctionRole, functionRole } from "./function-role.js";

/** The executor, and the same code's self-test of the place where it runs. */
export interface ExecutorFunctions {
  readonly executor: lambda.Function;
  readonly probe: lambda.Function;
  readonly role: FunctionRole;
}

/** Functions that run users' code: a role whose keys are worth nothing, no variables, no secrets. */
export function executorFunctions(
  config: StackConfig,
  account: AwsAccount,
  archive: CodeArchive,
): ExecutorFunctions {
  const network = executorNetwork(config);
  const role = functionRole("code-executor", config, account, network?.statements);
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
  const executor = new lambda.Function(
    "code-executor",
    {
      ...common,
      name: nameOf("code-executor"),
      description: "Runs a student's code on test inputs",
      handler: "lambda_function.lambda_handler",
      reservedConcurrentExecutions: config.executorReservedConcurrency,
    },
    options,
  );
  const probe = new lambda.Function(
    "executor-probe",
    {
      ...common,
      name: nameOf("executor-probe"),
      description: "Reports which layers of the executor's jail hold in the real environment",
      handler: "probe.handler",
    },
    options,
  );
  return { executor, probe, role };
}
