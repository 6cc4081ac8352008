import { expect, test } from "vitest";
import { createDocumentClient } from "../../api/adapters/aws-clients.js";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import { startDynamoDb } from "../../dev/dynamodb.js";
import { describeStores } from "../contract/submission-store.js";
import { findDynoxide, startDynoxide } from "../support/dynoxide.js";

describeStores("dynalite", () => startDynamoDb());

const dynoxide = findDynoxide();
describeStores("dynoxide", dynoxide === undefined ? undefined : () => startDynoxide(dynoxide));

test("a DynamoDB that does not answer is StorageUnavailable, reading and writing", async () => {
  const dynamoDb = await startDynamoDb();
  const { endpoint } = dynamoDb;
  await dynamoDb.close();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = createDocumentClient({ endpoint, region: "us-east-1", credentials });
  const unavailable = { code: "StorageUnavailable" };
  await expect(dynamoProblems(client, "problems").get("p")).rejects.toMatchObject(unavailable);
  const submission = { submissionId: "s", userId: "u", results: [] } as never;
  await expect(dynamoSubmissions(client, "submissions").put(submission)).rejects.toMatchObject(
    unavailable,
  );
  client.destroy();
});
