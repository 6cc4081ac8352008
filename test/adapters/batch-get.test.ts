import type { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchGet } from "../../api/adapters/batch-get.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";
import { gradedSubmission } from "../support/graded-submission.js";

let tables: StartedTables;
beforeAll(async () => {
  tables = await startTables(() => startDynamoDb());
});
afterAll(() => tables.close());

it("asks again for what DynamoDB had no room for, until it has everything", async () => {
  const all = Array.from({ length: 130 }, () => gradedSubmission());
  await putSubmissions(tables.raw, "submissions", all);
  const { client } = tables;
  const asked: number[] = [];
  // DynamoDB answers a part, and at times nothing at all, when its answer grows too large or it is busy.
  client.middlewareStack.add(
    (next) => async (args) => {
      const input = args.input as BatchGetItemCommand["input"];
      const keys = input.RequestItems?.submissions?.Keys ?? [];
      asked.push(keys.length);
      const room = asked.length % 3 === 0 ? 0 : 17;
      const UnprocessedKeys = { submissions: { Keys: keys.slice(room) } };
      const none = { $metadata: {}, Responses: {}, ConsumedCapacity: [] };
      if (room === 0) return { response: {}, output: { ...none, UnprocessedKeys } };
      const some = {
        submissions: { ...input.RequestItems?.submissions, Keys: keys.slice(0, room) },
      };
      const answer = await next({ ...args, input: { ...input, RequestItems: some } });
      return { ...answer, output: { ...answer.output, UnprocessedKeys } };
    },
    { step: "initialize", name: "littleRoom", priority: "low" },
  );
  const keys = all.map(({ submissionId }) => ({ submissionId: { S: submissionId } }));
  const found: unknown[] = [];
  for await (const { submissionId } of batchGet(client, "submissions", keys, ["submissionId"]))
    found.push(submissionId?.S);
  expect(found.toSorted()).toEqual(all.map(({ submissionId }) => submissionId).toSorted());
  expect(Math.max(...asked)).toBeLessThanOrEqual(100);
});
