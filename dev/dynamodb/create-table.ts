import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** A start was broken off, or met a full disk, before this table was there. */
export class TableUnfinished extends Error {}

const CREATION_LIMIT_MS = 30_000;

/**
 * Creates a table, unless it is there, and waits until it can be used.
 *
 * @throws TableUnfinished
 */
export async function createTable(
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
