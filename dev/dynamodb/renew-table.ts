import {
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { createTable } from "./create-table.js";

/**
 * Creates a table, or moves what is in one that lacks an index to one that has it, since dynalite adds
 * none to a table that exists. At any moment all of it is in one table, so that a start that was broken
 * off is taken up by the next.
 */
export async function renewTable(
  client: DynamoDBDocumentClient,
  table: CreateTableCommandInput,
): Promise<void> {
  const meanwhile = { ...table, TableName: `${table.TableName}-moving` };
  const existing = await describe(client, table.TableName);
  if (existing !== undefined && !hasIndexesOf(table, existing)) {
    await createTable(client, meanwhile);
    await copyItems(client, table.TableName, meanwhile.TableName);
    await deleteTable(client, table.TableName);
  }
  await createTable(client, table);
  if ((await describe(client, meanwhile.TableName)) === undefined) return;
  await copyItems(client, meanwhile.TableName, table.TableName);
  await deleteTable(client, meanwhile.TableName);
}

async function describe(
  client: DynamoDBDocumentClient,
  TableName: string | undefined,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function hasIndexesOf(
  { GlobalSecondaryIndexes: wanted = [] }: CreateTableCommandInput,
  { GlobalSecondaryIndexes: there = [] }: TableDescription,
): boolean {
  return wanted.every(({ IndexName }) => there.some((index) => index.IndexName === IndexName));
}

async function copyItems(
  client: DynamoDBDocumentClient,
  from: string | undefined,
  to: string | undefined,
): Promise<void> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: from })) {
    for (const Item of Items) await client.send(new PutCommand({ TableName: to, Item }));
  }
}

async function deleteTable(
  client: DynamoDBDocumentClient,
  TableName: string | undefined,
): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
  while ((await describe(client, TableName)) !== undefined) {
    await new Promise((later) => setTimeout(later, 20));
  }
}
