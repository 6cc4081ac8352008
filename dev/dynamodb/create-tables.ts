import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb";
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

/** A start was broken off, or met a full disk, before this table was there. */
export class TableUnfinished extends Error {}

const CREATION_LIMIT_MS = 30_000;

export interface TableNames {
  readonly problems: string;
  readonly submissions: string;
  readonly callerSlots: string;
}

/** Creates the tables as the stack defines them; tables that exist are left as they are. */
export async function createTables(
  client: DynamoDBDocumentClient,
  { problems, submissions, callerSlots }: TableNames,
): Promise<void> {
  await createTable(client, problemsTable(problems));
  await createTable(client, submissionsTable(submissions));
  await createTable(client, callerSlotsTable(callerSlots));
}

async function createTable(
  client: DynamoDBDocumentClient,
  table: CreateTableCommandInput,
): Promise<void> {
  try {
    await client.send(new CreateTableCommand(table));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const isActive = async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table.TableName }));
    return Table?.TableStatus === "ACTIVE";
  };
  const deadline = Date.now() + CREATION_LIMIT_MS;
  while (!(await isActive())) {
    if (Date.now() > deadline) {
      const sentence = `Table ${table.TableName} was never finished: is the disk full?`;
      throw new TableUnfinished(`${sentence} Make room, delete the --data folder and start again.`);
    }
    await new Promise((later) => setTimeout(later, 20));
  }
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
