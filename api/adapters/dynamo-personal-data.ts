import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { CallerWork, PersonalDataStore } from "../ports.js";
import { CALLER_SLOTS_KEY } from "../tables.js";
import { itemText } from "./attribute-text.js";
import { batchGet } from "./batch-get.js";
import { callTimeout } from "./call-timeout.js";
import { slotOf } from "./dynamo-caller-slots.js";
import { storageUnavailable } from "./storage-unavailable.js";

export interface PersonalDataTables {
  readonly submissionsTableName: string;
  readonly callerSlotsTableName: string;
}

/** As many of each kind as any configuration allows. */
const MOST_SLOTS = 100;

const WORKS: readonly CallerWork[] = ["submission", "customRun"];

/** What the tables of submissions and of callers' slots keep of a person. */
export function dynamoPersonalData(
  client: DynamoDBDocumentClient,
  { submissionsTableName, callerSlotsTableName }: PersonalDataTables,
): PersonalDataStore {
  return {
    async submissions(userId, submissionIds) {
      const keys = submissionIds.map((submissionId) => ({ submissionId: { S: submissionId } }));
      const items = batchGet(client, submissionsTableName, keys);
      const texts = [];
      try {
        for await (const item of items) if (item.userId?.S === userId) texts.push(itemText(item));
      } catch (cause) {
        throw storageUnavailable("Personal data", "read", cause);
      }
      return texts;
    },

    async eraseSubmission(userId, submissionId) {
      // An id that is free again can be another user's by now.
      const command = new DeleteCommand({
        TableName: submissionsTableName,
        Key: { submissionId },
        ConditionExpression: "userId = :userId",
        ExpressionAttributeValues: { ":userId": userId },
      });
      try {
        await client.send(command, callTimeout());
        return true;
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) return false;
        throw storageUnavailable("Personal data", "erased", cause);
      }
    },

    async eraseSlots(userId) {
      const keys = WORKS.flatMap((work) =>
        Array.from({ length: MOST_SLOTS }, (_, index) => ({
          [CALLER_SLOTS_KEY]: { S: slotOf(userId, work, index + 1) },
        })),
      );
      let count = 0;
      try {
        for await (const item of batchGet(client, callerSlotsTableName, keys, [CALLER_SLOTS_KEY])) {
          const Key = { [CALLER_SLOTS_KEY]: item[CALLER_SLOTS_KEY]?.S };
          const command = new DeleteCommand({ TableName: callerSlotsTableName, Key });
          await client.send(command, callTimeout());
          count += 1;
        }
      } catch (cause) {
        throw storageUnavailable("Personal data", "erased", cause);
      }
      return count;
    },
  };
}
