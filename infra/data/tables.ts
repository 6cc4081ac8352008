import * as dynamodb from "@pulumi/aws/dynamodb/index.js";
import * as pulumi from "@pulumi/pulumi";
import {
  CALLER_SLOTS_EXPIRY,
  CALLER_SLOTS_KEY,
  LISTED_PROBLEMS_INDEX,
  PROBLEMS_KEY,
  projectedAttributes,
  SUBMISSION_INDEXES,
  SUBMISSIONS_EXPIRY,
  SUBMISSIONS_KEY,
  SUBMISSIONS_RANGE_KEY,
} from "../../api/tables.js";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import { type StackConfig, TABLE_NAME } from "../stack-config.js";

/** A table that the stack uses, whoever owns it. */
export interface UsedTable {
  readonly name: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** The customer-managed key that a given table is encrypted with. */
  readonly keyArn?: string | undefined;
}

/** The table of problems, which can be listed where the stack has made it. */
export interface ProblemsTable extends UsedTable {
  readonly listIndexArn?: pulumi.Output<string>;
}

/**
 * The table of problems: the one that the configuration names, else one of the stack's own.
 *
 * @throws RunError where the stack that should name it does not
 */
export async function problemsTable(
  config: StackConfig,
  account: AwsAccount,
): Promise<ProblemsTable> {
  const { problemsTableName, problemsStack, problemsStackOutput } = config;
  const keyArn = config.problemsTableKeyArn;
  if (problemsTableName !== undefined) return given(problemsTableName, account, keyArn);
  if (problemsStack !== undefined) {
    return given(await tableOfStack(problemsStack, problemsStackOutput), account, keyArn);
  }
  const { indexName, hashKey, rangeKey, nonKeyAttributes } = LISTED_PROBLEMS_INDEX;
  const { name, arn } = new dynamodb.Table(
    "problems",
    {
      ...kept(config),
      name: nameOf("problems"),
      hashKey: PROBLEMS_KEY,
      attributes: [PROBLEMS_KEY, hashKey, rangeKey].map((key) => ({ name: key, type: "S" })),
      globalSecondaryIndexes: [index(indexName, hashKey, rangeKey, [...nonKeyAttributes])],
    },
    { protect: !config.ephemeral },
  );
  return { name, arn, listIndexArn: pulumi.interpolate`${arn}/index/${indexName}` };
}

/**
 * The table of submissions: the one that the configuration names, which then has the indexes already,
 * else one of the stack's own with the six that `api/tables.ts` defines.
 */
export function submissionsTable(config: StackConfig, account: AwsAccount): UsedTable {
  const { submissionsTableName, submissionTtlDays } = config;
  if (submissionsTableName !== undefined) return given(submissionsTableName, account);
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
      globalSecondaryIndexes: SUBMISSION_INDEXES.map((one) =>
        index(one.indexName, one.hashKey, SUBMISSIONS_RANGE_KEY, projectedAttributes(one)),
      ),
      ...(submissionTtlDays > 0 && { ttl: { attributeName: SUBMISSIONS_EXPIRY, enabled: true } }),
    },
    { protect: !config.ephemeral },
  );
}

/** The table of who has how much slow work under way. */
export function callerSlotsTable(config: StackConfig): UsedTable {
  return new dynamodb.Table(
    "caller-slots",
    {
      ...kept(config),
      name: nameOf("caller-slots"),
      hashKey: CALLER_SLOTS_KEY,
      attributes: [{ name: CALLER_SLOTS_KEY, type: "S" }],
      ttl: { attributeName: CALLER_SLOTS_EXPIRY, enabled: true },
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

function index(name: string, hashKey: string, rangeKey: string, nonKeyAttributes: string[]) {
  const keySchemas = [
    { attributeName: hashKey, keyType: "HASH" },
    { attributeName: rangeKey, keyType: "RANGE" },
  ];
  return { name, keySchemas, projectionType: "INCLUDE", nonKeyAttributes };
}

function given(name: pulumi.Input<string>, { arn }: AwsAccount, keyArn?: string): UsedTable {
  return {
    name: pulumi.output(name),
    arn: arn("dynamodb", pulumi.interpolate`table/${name}`),
    keyArn,
  };
}

async function tableOfStack(stack: string, output: string): Promise<pulumi.Input<string>> {
  const owner = new pulumi.StackReference(stack);
  const { value, secretValue } = await owner.getOutputDetails(output);
  const name = value ?? secretValue;
  if (typeof name !== "string" || !TABLE_NAME.test(name)) {
    throw new pulumi.RunError(
      `The stack ${stack} has no output ${output} that names a table; set problemsStackOutput to the one that does.`,
    );
  }
  return secretValue === undefined ? name : pulumi.secret(name);
}
