import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";

const TABLE = "problem-submissions";

/** The tables beside the server that uses them, so that they can be read past it. */
export interface SubmissionsTable {
  /** What the server is told as DYNAMODB_ENDPOINT. */
  readonly endpoint: string;
  /** Every submission as it is stored. */
  items(): AsyncIterable<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function startSubmissionsTable(): Promise<SubmissionsTable> {
  const { endpoint, close } = await startDynamoDb();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  const documents = DynamoDBDocumentClient.from(client);
  return {
    endpoint,
    async *items() {
      const pages = paginateScan({ client: documents }, { TableName: TABLE });
      for await (const { Items = [] } of pages) yield* Items;
    },
    async close() {
      client.destroy();
      await close();
    },
  };
}
