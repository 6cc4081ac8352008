import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { CodeArchive } from "../../pack/archive.js";
import type { AwsAccount } from "../account.js";
import type { ProblemsTable, UsedTable } from "../data/tables.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { type FunctionRole, functionRole, type Statement } from "./function-role.js";

export interface ApiFunction {
  readonly api: lambda.Function;
  readonly role: FunctionRole;
}

/** What the API function works with. */
export interface ApiParts {
  readonly problems: ProblemsTable;
  readonly submissions: UsedTable;
  readonly callerSlots: UsedTable;
  readonly executor: lambda.Function;
  /** Undefined where the stack runs no JavaScript. */
  readonly javascriptExecutor: lambda.Function | undefined;
  readonly identity: {
    readonly userPoolId: pulumi.Input<string>;
    readonly clientIds: pulumi.Input<pulumi.Input<string>[]>;
  };
  /** Undefined where CloudFront signs its requests. */
  readonly originSecrets: pulumi.Output<string[]> | undefined;
}

/** The API as a function, with exactly the permissions that its adapters use. */
export function apiFunction(
  config: StackConfig,
  account: AwsAccount,
  archive: CodeArchive,
  parts: ApiParts,
): ApiFunction {
  const role = functionRole("code-grader", config, account, permissions(parts));
  const api = new lambda.Function(
    "code-grader",
    {
      name: nameOf("code-grader"),
      description: "The API: verifies tokens, grades submissions, stores verdicts",
      role: role.role.arn,
      runtime: "nodejs24.x",
      architectures: ["arm64"],
      handler: "lambda.handler",
      code: new pulumi.asset.FileArchive(archive.path),
      sourceCodeHash: archive.sha256,
      memorySize: config.apiMemoryMb,
      timeout: config.apiTimeoutSeconds,
      loggingConfig: { logFormat: "JSON", logGroup: role.logGroup.name },
      environment: { variables: environment(config, parts) },
    },
    { dependsOn: [role.policy] },
  );
  return { api, role };
}

function permissions(parts: ApiParts): Statement[] {
  const { problems, submissions, callerSlots, executor, javascriptExecutor } = parts;
  return [
    { Effect: "Allow", Action: "dynamodb:GetItem", Resource: problems.arn },
    ...(problems.listIndexArn === undefined
      ? []
      : [{ Effect: "Allow", Action: "dynamodb:Query", Resource: problems.listIndexArn } as const]),
    ...(problems.keyArn === undefined ? [] : [decryptsItems(problems.keyArn)]),
    {
      Effect: "Allow",
      Action: ["dynamodb:PutItem", "dynamodb:GetItem"],
      Resource: submissions.arn,
    },
    {
      Effect: "Allow",
      Action: "dynamodb:Query",
      Resource: pulumi.interpolate`${submissions.arn}/index/*`,
    },
    {
      Effect: "Allow",
      Action: ["dynamodb:PutItem", "dynamodb:DeleteItem"],
      Resource: callerSlots.arn,
    },
    { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: executor.arn },
    ...(javascriptExecutor === undefined
      ? []
      : [
          {
            Effect: "Allow",
            Action: "lambda:InvokeFunction",
            Resource: javascriptExecutor.arn,
          } as const,
        ]),
  ];
}

/**
 * DynamoDB opens a table that is encrypted with a customer's key in the name of whoever reads it:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
 */
function decryptsItems(keyArn: string): Statement {
  const [, , , region] = keyArn.split(":");
  return {
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: keyArn,
    Condition: { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
  };
}

/** What the stack sets of what `loadConfig` of `api/config.ts` reads; the rest keeps its defaults. */
function environment(config: StackConfig, parts: ApiParts) {
  const { problems, submissions, callerSlots, identity, originSecrets } = parts;
  const { executor, javascriptExecutor } = parts;
  return {
    PROBLEMS_TABLE_NAME: problems.name,
    PROBLEMS_ARE_LISTED: String(problems.listIndexArn !== undefined),
    SUBMISSIONS_TABLE_NAME: submissions.name,
    CALLER_SLOTS_TABLE_NAME: callerSlots.name,
    SUBMISSION_TTL_DAYS: String(config.submissionTtlDays),
    RUN_CODE_LAMBDA_NAME: executor.name,
    ...(javascriptExecutor && {
      JAVASCRIPT_EXECUTOR_FUNCTION_NAME: javascriptExecutor.name,
    }),
    RUN_CODE_LAMBDA_TIMEOUT_MS: String(config.executorTimeoutSeconds * 1000),
    TENANT_ISOLATION: String(config.tenantIsolation),
    COGNITO_USER_POOL_ID: identity.userPoolId,
    COGNITO_CLIENT_IDS: joined(identity.clientIds),
    STAFF_GROUP: config.staffGroup,
    SUBMISSIONS_VISIBLE_TO: config.submissionsVisibleTo,
    ALLOWED_ORIGINS: config.allowedOrigins.join(","),
    CONCURRENT_INVOCATIONS: String(config.concurrentInvocations),
    ORIGIN_PROTECTION: config.originProtection,
    ...(originSecrets && { ORIGIN_SECRETS: joined(originSecrets) }),
  };
}

function joined(list: pulumi.Input<pulumi.Input<string>[]>): pulumi.Output<string> {
  return pulumi.output(list).apply((entries) => entries.join(","));
}
