import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { SortOrder } from "../domain/list-page.js";
import type { ProblemChunk, ProblemCursor } from "../domain/problem-list.js";
import { LISTED_PROBLEMS_INDEX } from "../tables.js";
import { callTimeout } from "./call-timeout.js";
import type { Item } from "./item.js";
import { readListing } from "./statement-attributes.js";

const LISTED = "Y";

/** One query on the index of the problems that are listed. */
export async function queryProblems(
  client: DynamoDBDocumentClient,
  tableName: string,
  sortOrder: SortOrder,
  after: ProblemCursor | undefined,
  limit: number,
): Promise<ProblemChunk> {
  const { indexName, hashKey } = LISTED_PROBLEMS_INDEX;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: indexName,
      KeyConditionExpression: "#listed = :listed",
      ExpressionAttributeNames: { "#listed": hashKey },
      ExpressionAttributeValues: { ":listed": LISTED },
      ScanIndexForward: sortOrder === "ASC",
      Limit: limit,
      ExclusiveStartKey: after && { [hashKey]: LISTED, ...place(after) },
    }),
    callTimeout(),
  );
  return { items: Items.map(readListing), cursor: LastEvaluatedKey && place(LastEvaluatedKey) };
}

/** The keys by which DynamoDB finds a place in the index. */
function place({ createdAt, problemId }: Item | ProblemCursor): ProblemCursor {
  return { createdAt: String(createdAt), problemId: String(problemId) };
}
