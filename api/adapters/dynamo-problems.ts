import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { VisibleError } from "../domain/errors.js";
import type { ProblemStore } from "../ports.js";
import { callTimeout } from "./call-timeout.js";
import { readProblemItem } from "./problem-item.js";

/** Problems as their own service stores them; this one only reads them. */
export function dynamoProblems(client: DynamoDBDocumentClient, tableName: string): ProblemStore {
  return {
    async get(problemId) {
      try {
        const { Item } = await client.send(
          new GetCommand({ TableName: tableName, Key: { problemId } }),
          callTimeout(),
        );
        return Item && readProblemItem(problemId, Item);
      } catch (cause) {
        const sentence = "Problems cannot be read right now; please try again in a moment.";
        throw new VisibleError("StorageUnavailable", sentence, { cause });
      }
    },
  };
}
