import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { VisibleError } from "../domain/errors.js";
import type { ProblemStore } from "../ports.js";
import { callTimeout } from "./call-timeout.js";
import { queryProblems } from "./dynamo-problem-list.js";
import type { Item } from "./item.js";
import { readProblemItem } from "./problem-item.js";
import { readStatement } from "./statement-attributes.js";
import { storageUnavailable } from "./storage-unavailable.js";

/**
 * Problems as their own service stores them; this one only reads them.
 *
 * @param areListed whether the table has the index of listed problems
 * @param isConsistent whether a problem is read as the last write left it, which costs twice as much
 */
export function dynamoProblems(
  client: DynamoDBDocumentClient,
  tableName: string,
  areListed: boolean,
  isConsistent = false,
): ProblemStore {
  async function getItem(problemId: string): Promise<Item | undefined> {
    const command = new GetCommand({
      TableName: tableName,
      Key: { problemId },
      ConsistentRead: isConsistent,
    });
    const { Item } = await client.send(command, callTimeout()).catch(rethrowUnreadable);
    return Item;
  }

  return {
    async get(problemId) {
      const item = await getItem(problemId);
      return item && readProblemItem(problemId, item);
    },

    async getStated(problemId) {
      const item = await getItem(problemId);
      if (item === undefined) return undefined;
      const problem = await readProblemItem(problemId, item);
      return { ...problem, statement: readStatement(item, problem.languages) };
    },

    async listPage(sortOrder, after, limit) {
      if (!areListed) {
        const sentence =
          "The problems of this service are not listed; each can be read by its problemId.";
        throw new VisibleError("NotFound", sentence);
      }
      return queryProblems(client, tableName, sortOrder, after, limit).catch(rethrowUnreadable);
    },
  };
}

function rethrowUnreadable(cause: unknown): never {
  throw storageUnavailable("Problems", "read", cause);
}
