import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import {
  CALLER_SLOTS_KEY,
  LISTED_PROBLEMS_INDEX,
  PROBLEMS_KEY,
  projectedAttributes,
  SUBMISSION_INDEXES,
  SUBMISSIONS_KEY,
  SUBMISSIONS_RANGE_KEY,
} from "../../api/tables.js";
import { createTable } from "./create-table.js";
import { renewTable } from "./renew-table.js";

export interface TableNames {
  readonly problems: string;
  readonly submissions: string;
  readonly callerSlots: string;
}

/**
 * Creates the tables as the stack defines them. Tables that exist are left as they are, but for problems of
 * an older version that could not be listed: those move to a table in which they can.
 */
export async function createTables(
  client: DynamoDBDocumentClient,
  { problems, submissions, callerSlots }: TableNames,
): Promise<void> {
  await renewTable(client, problemsTable(problems));
  await createTable(client, submissionsTable(submissions));
  await createTable(client, callerSlotsTable(callerSlots));
}

function problemsTable(name: string): CreateTableCommandInput {
  const { indexName, hashKey, rangeKey, nonKeyAttributes } = LISTED_PROBLEMS_INDEX;
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: PROBLEMS_KEY, KeyType: "HASH" }],
    AttributeDefinitions: [PROBLEMS_KEY, hashKey, rangeKey].map((key) => ({
      AttributeName: key,
      AttributeType: "S" as const,
    })),
    GlobalSecondaryIndexes: [
      {
        IndexName: indexName,
        KeySchema: [
          { AttributeName: hashKey, KeyType: "HASH" },
          { AttributeName: rangeKey, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...nonKeyAttributes] },
      },
    ],
  };
}

function callerSlotsTable(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: CALLER_SLOTS_KEY, KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: CALLER_SLOTS_KEY, AttributeType: "S" }],
  };
}

function submissionsTable(name: string): CreateTableCommandInput {
  const textKeys = new Set([SUBMISSIONS_KEY, ...SUBMISSION_INDEXES.map((index) => index.hashKey)]);
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: [{ AttributeName: SUBMISSIONS_KEY, KeyType: "HASH" }],
    AttributeDefinitions: [
      ...[...textKeys].map((key) => ({ AttributeName: key, AttributeType: "S" as const })),
      { AttributeName: SUBMISSIONS_RANGE_KEY, AttributeType: "N" },
    ],
    GlobalSecondaryIndexes: SUBMISSION_INDEXES.map((index) => ({
      IndexName: index.indexName,
      KeySchema: [
        { AttributeName: index.hashKey, KeyType: "HASH" },
        { AttributeName: SUBMISSIONS_RANGE_KEY, KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: projectedAttributes(index) },
    })),
  };
}
