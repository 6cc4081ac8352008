import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as iam from "@pulumi/aws/iam/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";

/** One permission of a role's policy. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: pulumi.Input<string> | readonly pulumi.Input<string>[];
  readonly Condition?: pulumi.Input<Record<string, Record<string, pulumi.Input<string>>>>;
}

/** What a function runs as, and where it logs. */
export interface FunctionRole {
  readonly role: iam.Role;
  readonly logGroup: cloudwatch.LogGroup;
  /** Once it exists, the role can do what it must. */
  readonly policy: iam.RolePolicy;
}

/** A role that may write to the function's own log group, and do what else the statements say. */
export function functionRole(
  what: string,
  config: StackConfig,
  account: AwsAccount,
  statements: readonly Statement[] = [],
): FunctionRole {
  const logGroup = new cloudwatch.LogGroup(`${what}-logs`, {
    name: `/aws/lambda/${nameOf(what)}`,
    retentionInDays: config.logRetentionDays,
  });
  const role = new iam.Role(`${what}-role`, {
    name: nameOf(what),
    assumeRolePolicy: policyDocument([
      {
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
        // Lambda takes the role for this account's functions, and for nobody else's.
        Condition: { StringEquals: { "aws:SourceAccount": account.id } },
      },
    ]),
  });
  const writesItsLog: Statement = {
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: pulumi.interpolate`${logGroup.arn}:*`,
  };
  const policy = new iam.RolePolicy(`${what}-policy`, {
    role: role.id,
    policy: policyDocument([writesItsLog, ...statements]),
  });
  return { role, logGroup, policy };
}

/** IAM's JSON for these statements. */
export function policyDocument(Statement: pulumi.Input<unknown>): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement });
}
