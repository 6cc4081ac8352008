import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Submission } from "../../../api/domain/submission.js";

/** The most that DynamoDB takes at once. */
const BATCH = 25;

/** Puts many submissions past their store, without what shows them in the list of all. */
export async function putSubmissions(
  documents: DynamoDBDocumentClient,
  tableName: string,
  submissions: readonly Submission[],
): Promise<void> {
  for (let first = 0; first < submissions.length; first += BATCH) {
    const batch = submissions.slice(first, first + BATCH);
    const puts = batch.map((Item) => ({ PutRequest: { Item: { ...Item } } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts } }));
  }
}
