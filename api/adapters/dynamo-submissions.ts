import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { VisibleError } from "../domain/errors.js";
import type { SubmissionStore } from "../ports.js";
import { callTimeout } from "./call-timeout.js";
import { querySubmissions } from "./dynamo-submission-list.js";
import { storageUnavailable } from "./storage-unavailable.js";
import { readSubmissionItem, toSubmissionItem } from "./submission-item.js";

/** Submissions in their table, with its six indexes; removed after so many days, if any are given. */
export function dynamoSubmissions(
  client: DynamoDBDocumentClient,
  tableName: string,
  ttlDays?: number,
): SubmissionStore {
  return {
    async put(submission) {
      const command = new PutCommand({
        TableName: tableName,
        Item: toSubmissionItem(submission, ttlDays),
        ConditionExpression: "attribute_not_exists(submissionId) OR userId = :userId",
        ExpressionAttributeValues: { ":userId": submission.userId },
      });
      try {
        await client.send(command, callTimeout());
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) {
          const sentence = "This submissionId belongs to another user; send another one, or none.";
          throw new VisibleError("SubmissionIdTaken", sentence, { cause });
        }
        throw storageUnavailable("Submissions", "stored", cause);
      }
    },

    async get(submissionId) {
      // A client reads right after it was graded, when a copy could still lag behind.
      const command = new GetCommand({
        TableName: tableName,
        Key: { submissionId },
        ConsistentRead: true,
      });
      const { Item } = await client.send(command, callTimeout()).catch(rethrowUnreadable);
      return Item && readSubmissionItem(Item);
    },

    listPage: (list, after, limit) =>
      querySubmissions(client, tableName, list, after, limit).catch(rethrowUnreadable),
  };
}

function rethrowUnreadable(cause: unknown): never {
  throw storageUnavailable("Submissions", "read", cause);
}
