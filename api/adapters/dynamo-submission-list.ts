import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import {
  SUBMISSION_FILTERS,
  type SubmissionChunk,
  type SubmissionList,
  type SubmissionPosition,
} from "../domain/submission-list.js";
import { SUBMISSION_INDEXES } from "../tables.js";
import { callLimit } from "./call-limit.js";
import { readSummary } from "./submission-item.js";

/** How many submissions one query looks through when it drops those of other problems. */
const LOOKED_THROUGH = 500;

/** One query on the index that holds the list's submissions and the fewest others. */
export async function querySubmissions(
  client: DynamoDBDocumentClient,
  tableName: string,
  list: SubmissionList,
  after: SubmissionPosition | undefined,
  wanted: number,
): Promise<SubmissionChunk> {
  const values: Readonly<Record<string, unknown>> = { is_submission: "Y", ...list.filters };
  const [hashKey = "is_submission", ...dropping] = SUBMISSION_FILTERS.filter(
    (name) => list.filters[name] !== undefined,
  );
  const names = [hashKey, ...dropping];
  const isEqual = (name: string) => `#${name} = :${name}`;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: SUBMISSION_INDEXES.find((index) => index.hashKey === hashKey)?.indexName,
      KeyConditionExpression: isEqual(hashKey),
      FilterExpression: dropping.map(isEqual).join(" AND ") || undefined,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        names.map((name) => [`:${name}`, values[name]]),
      ),
      ScanIndexForward: list.sortOrder === "ASC",
      Limit: dropping.length === 0 ? wanted : LOOKED_THROUGH,
      ExclusiveStartKey: after && { [hashKey]: values[hashKey], ...place(after) },
    }),
    callLimit(),
  );
  return { items: Items.map(readSummary), reached: LastEvaluatedKey && place(LastEvaluatedKey) };
}

/** The keys by which DynamoDB finds a place within one value of an index. */
function place(item: Readonly<Record<string, unknown>> | SubmissionPosition): SubmissionPosition {
  return {
    submissionTime: Number(item.submissionTime),
    submissionId: String(item.submissionId),
  };
}
