import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import {
  SUBMISSION_FILTERS,
  type SubmissionChunk,
  type SubmissionCursor,
  type SubmissionList,
} from "../domain/submission-list.js";
import { SUBMISSION_INDEXES } from "../tables.js";
import { callTimeout } from "./call-timeout.js";
import { readSummary } from "./submission-item.js";

/** How many submissions one query scans when it drops those of other problems. */
const SCAN_LIMIT = 500;

/** One query on the index that holds the list's submissions and the fewest others. */
export async function querySubmissions(
  client: DynamoDBDocumentClient,
  tableName: string,
  list: SubmissionList,
  after: SubmissionCursor | undefined,
  limit: number,
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
      Limit: dropping.length === 0 ? limit : SCAN_LIMIT,
      ExclusiveStartKey: after && { [hashKey]: values[hashKey], ...place(after) },
    }),
    callTimeout(),
  );
  return { items: Items.map(readSummary), cursor: LastEvaluatedKey && place(LastEvaluatedKey) };
}

/** The keys by which DynamoDB finds a place within one value of an index. */
function place(item: Readonly<Record<string, unknown>> | SubmissionCursor): SubmissionCursor {
  return {
    submissionTime: Number(item.submissionTime),
    submissionId: String(item.submissionId),
  };
}
