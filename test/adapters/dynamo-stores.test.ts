import { expect, it } from "vitest";
import { createDocumentClient } from "../../api/adapters/aws-clients.js";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { describeProblemLists } from "../contract/problem-lists.js";
import { describeSubmissionLists } from "../contract/submission-lists.js";
import { describeStores } from "../contract/submission-store.js";
import { describeVerdicts } from "../contract/verdict-store.js";
import { findDynoxide, startDynoxide } from "../support/aws/dynoxide.js";

const dynoxide = findDynoxide();

for (const describeOn of [
  describeStores,
  describeSubmissionLists,
  describeProblemLists,
  describeVerdicts,
]) {
  describeOn("dynalite", () => startDynamoDb());
  describeOn("dynoxide", dynoxide === undefined ? undefined : () => startDynoxide(dynoxide));
}

it("a DynamoDB that does not answer is StorageUnavailable, reading and writing", async () => {
  const dynamoDb = await startDynamoDb();
  const { endpoint } = dynamoDb;
  await dynamoDb.close();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = createDocumentClient({ endpoint, region: "us-east-1", credentials });
  const unavailable = { code: "StorageUnavailable" };
  const problems = dynamoProblems(client, "problems", true);
  await expect(problems.get("p")).rejects.toMatchObject(unavailable);
  await expect(problems.getStated("p")).rejects.toMatchObject(unavailable);
  await expect(problems.listPage("DESC", undefined, 1)).rejects.toMatchObject(unavailable);
  const submission = { submissionId: "s", userId: "u", results: [] } as never;
  const submissions = dynamoSubmissions(client, "submissions");
  const all = { filters: {}, sortOrder: "DESC" } as const;
  await expect(submissions.put(submission)).rejects.toMatchObject(unavailable);
  await expect(submissions.get("s")).rejects.toMatchObject(unavailable);
  await expect(submissions.listPage(all, undefined, 1)).rejects.toMatchObject(unavailable);
  client.destroy();
});
