import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Regraded } from "../domain/regraded.js";
import type { StoredSubmission } from "../domain/submission.js";
import type { VerdictStore } from "../ports.js";
import { batchGet } from "./batch-get.js";
import { callTimeout } from "./call-timeout.js";
import { storageUnavailable } from "./storage-unavailable.js";
import { verdictAttributes } from "./submission-item.js";

/** What a student's newer submission of the same id, or another regrade, would differ in. */
const TELLING = [
  "userId",
  "problemId",
  "submissionTime",
  "language",
  "userCode",
  "status",
  "score",
  "testSetHash",
] as const;

/** The verdicts in the table of submissions. */
export function dynamoVerdicts(client: DynamoDBDocumentClient, tableName: string): VerdictStore {
  return {
    async testSetHashes(submissionIds) {
      const keys = submissionIds.map((submissionId) => ({ submissionId: { S: submissionId } }));
      const names = ["submissionId", "testSetHash"];
      const hashes = new Map<string, string | null>();
      try {
        for await (const { submissionId, testSetHash } of batchGet(client, tableName, keys, names))
          hashes.set(submissionId?.S ?? "", testSetHash?.S ?? null);
      } catch (cause) {
        throw storageUnavailable("Submissions", "read", cause);
      }
      return hashes;
    },

    async replace(read, grading, regraded) {
      const { submissionId } = read;
      const assignments = Object.entries(verdictAttributes(read, grading, regraded));
      const isSet = ([, value]: [string, unknown]) => value !== undefined;
      const set = assignments.filter(isSet);
      const removed = assignments.filter((assignment) => !isSet(assignment));
      const condition = unchanged(read, regraded);
      const command = new UpdateCommand({
        TableName: tableName,
        Key: { submissionId },
        UpdateExpression: [
          `SET ${set.map(([name]) => `#${name} = :${name}`).join(", ")}`,
          ...(removed.length > 0
            ? [`REMOVE ${removed.map(([name]) => `#${name}`).join(", ")}`]
            : []),
        ].join(" "),
        ConditionExpression: condition.expression,
        ExpressionAttributeNames: {
          ...Object.fromEntries(assignments.map(([name]) => [`#${name}`, name])),
          ...condition.names,
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
          ...condition.values,
        },
      });
      try {
        await client.send(command, callTimeout());
        return true;
      } catch (cause) {
        if (cause instanceof ConditionalCheckFailedException) return false;
        throw storageUnavailable("Submissions", "stored", cause);
      }
    },
  };
}

/**
 * The condition that an item is as it was read, or that this very write has arrived already and only its
 * answer was lost.
 */
function unchanged(read: StoredSubmission, { regradeTime }: Regraded) {
  const isThere = (name: (typeof TELLING)[number]) => read[name] !== undefined;
  const known = TELLING.filter((name) => read[name] !== null && isThere(name));
  const parts = TELLING.map((name) =>
    known.includes(name)
      ? `#${name} = :old_${name}`
      : `(attribute_not_exists(#${name}) OR attribute_type(#${name}, :null))`,
  );
  const isUnchanged = ["attribute_exists(submissionId)", ...parts].join(" AND ");
  const hasArrived =
    "#userId = :old_userId AND #testSetHash = :testSetHash AND #regraded.#regradeTime = :regradeTime";
  return {
    expression: `(${isUnchanged}) OR (${hasArrived})`,
    names: {
      ...Object.fromEntries(TELLING.map((name) => [`#${name}`, name])),
      "#regradeTime": "regradeTime",
    },
    values: {
      ...Object.fromEntries(known.map((name) => [`:old_${name}`, read[name]])),
      ...(known.length < TELLING.length && { ":null": "NULL" }),
      ":regradeTime": regradeTime,
    },
  };
}
