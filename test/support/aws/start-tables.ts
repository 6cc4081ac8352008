import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDocumentClient } from "../../../api/adapters/aws-clients.js";
import { createTables } from "../../../dev/dynamodb/create-tables.js";
import type { LocalDynamoDb } from "../../../dev/dynamodb/dynamodb.js";

/** The tables `problems` and `submissions`, with ways to reach them. */
export interface StartedTables {
  /** As the stores reach them. */
  readonly client: DynamoDBDocumentClient;
  /** Gives numbers as numbers. */
  readonly raw: DynamoDBDocumentClient;
  close(): Promise<void>;
}

/** Starts a DynamoDB with both tables, which ends with them. */
export async function startTables(start: () => Promise<LocalDynamoDb>): Promise<StartedTables> {
  const dynamoDb = await start();
  const config = {
    endpoint: dynamoDb.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const rawClient = new DynamoDBClient(config);
  const raw = DynamoDBDocumentClient.from(rawClient);
  // What the stores do is the question here, not how fast this machine is.
  const client = createDocumentClient({ ...config, requestHandler: { requestTimeout: 20_000 } });
  await createTables(raw, {
    problems: "problems",
    submissions: "submissions",
    callerSlots: "caller-slots",
  });
  return {
    client,
    raw,
    async close() {
      client.destroy();
      rawClient.destroy();
      await dynamoDb.close();
    },
  };
}
