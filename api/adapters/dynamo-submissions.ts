import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { VisibleError } from "../domain/errors.js";
import { fitResults, type Submission } from "../domain/submission.js";
import { utf8Length } from "../domain/text.js";
import type { SubmissionStore } from "../ports.js";
import { INDEX_KEYS } from "../tables.js";
import { itemSize } from "./item-size.js";

/** DynamoDB takes 409,600; the rest is room for the attributes that are added here. */
const MAX_ITEM_BYTES = 400_000;

/** DynamoDB refuses an item whose index key is empty or longer than this. */
const MAX_KEY_BYTES = 2048;

/** Submissions in their table, with its six indexes. */
export function dynamoSubmissions(
  client: DynamoDBDocumentClient,
  tableName: string,
): SubmissionStore {
  return {
    async put(submission) {
      const command = new PutCommand({
        TableName: tableName,
        Item: toItem(submission),
        ConditionExpression: "attribute_not_exists(submissionId) OR userId = :userId",
        ExpressionAttributeValues: { ":userId": submission.userId },
      });
      try {
        await client.send(command);
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) {
          const sentence = "This submissionId belongs to another user; send another one, or none.";
          throw new VisibleError("SubmissionIdTaken", sentence, { cause });
        }
        const sentence = "Submissions cannot be stored right now; please try again in a moment.";
        throw new VisibleError("StorageUnavailable", sentence, { cause });
      }
    },
  };
}

function toItem(submission: Submission): Record<string, unknown> {
  const item = { ...fitResults(submission, MAX_ITEM_BYTES, itemSize), is_submission: "Y" };
  const isStorable = ([name, value]: [string, unknown]) =>
    !INDEX_KEYS.has(name) || (value !== "" && utf8Length(String(value)) <= MAX_KEY_BYTES);
  return Object.fromEntries(Object.entries(item).filter(isStorable));
}
