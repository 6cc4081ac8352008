import * as dynamodb from "@pulumi/aws/dynamodb/index.js";
import * as pulumi from "@pulumi/pulumi";
import {
  PROBLEMS_KEY,
  projectedAttributes,
  SUBMISSION_INDEXES,
  SUBMISSIONS_KEY,
  SUBMISSIONS_RANGE_KEY,
} from "../api/tables.js";
import type { AwsAccount } from "./account.js";
import { nameOf } from "./name-of.js";
import type { StackConfig } from "./stack-config.js";

/** A table that the stack uses, whoever owns it. */
export interface UsedTable {
  readonly name: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
}

/** The table of problems: the one that the configuration names, else one of the stack's own. */
export function problemsTable(config: StackConfig, account: AwsAccount): UsedTable {
  const { problemsTableName, problemsStack, problemsStackOutput } = config;
  if (problemsTableName !== undefined) return given(pulumi.output(problemsTableName), account);
  if (problemsStack !== undefined) {
    const owner = new pulumi.StackReference(problemsStack);
    return given(owner.requireOutput(problemsStackOutput).apply(String), account);
  }
  return new dynamodb.Table(
    "problems",
    {
      ...kept(config),
      name: nameOf("problems"),
      hashKey: PROBLEMS_KEY,
      attributes: [{ name: PROBLEMS_KEY, type: "S" }],
    },
    { protect: !config.ephemeral },
  );
}

/** The table of submissions with its six indexes, as `api/tables.ts` defines them. */
export function submissionsTable(config: StackConfig): dynamodb.Table {
  const textKeys = [SUBMISSIONS_KEY, ...SUBMISSION_INDEXES.map((index) => index.hashKey)];
  return new dynamodb.Table(
    "submissions",
    {
      ...kept(config),
      name: nameOf("submissions"),
      hashKey: SUBMISSIONS_KEY,
      attributes: [
        ...textKeys.map((name) => ({ name, type: "S" })),
        { name: SUBMISSIONS_RANGE_KEY, type: "N" },
      ],
      globalSecondaryIndexes: SUBMISSION_INDEXES.map((index) => ({
        name: index.indexName,
        keySchemas: [
          { attributeName: index.hashKey, keyType: "HASH" },
          { attributeName: SUBMISSIONS_RANGE_KEY, keyType: "RANGE" },
        ],
        projectionType: "INCLUDE",
        nonKeyAttributes: projectedAttributes(index),
      })),
    },
    { protect: !config.ephemeral },
  );
}

function kept({ ephemeral }: StackConfig) {
  return {
    billingMode: "PAY_PER_REQUEST",
    deletionProtectionEnabled: !ephemeral,
    pointInTimeRecovery: { enabled: !ephemeral },
  };
}

function given(name: pulumi.Output<string>, { arn }: AwsAccount): UsedTable {
  return { name, arn: arn("dynamodb", pulumi.interpolate`table/${name}`) };
}
