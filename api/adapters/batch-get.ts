import { setTimeout as delay } from "node:timers/promises";
import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AttributeMap } from "./attribute-text.js";

/** Of the 100 that DynamoDB takes at once: items are large, and an answer ends at 16 MB. */
const KEYS_AT_ONCE = 50;

/** What one request may take: its answer can be megabytes. */
const CALL_TIMEOUT_MS = 60_000;

/** The pause before what DynamoDB had no room for is asked for again; it doubles. */
const FIRST_PAUSE_MS = 50;
const LAST_PAUSE_MS = 5000;

/**
 * Reads items as the last write left them, all that there are, in any order; what one answer has no room
 * for is asked for again.
 *
 * @param attributes all of them where none are named
 */
export async function* batchGet(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly AttributeMap[],
  attributes?: readonly string[],
): AsyncGenerator<AttributeMap> {
  const projection = attributes && {
    ProjectionExpression: attributes.map((name) => `#${name}`).join(", "),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
  };
  let missing = keys;
  let pauseMs = FIRST_PAUSE_MS;
  while (missing.length > 0) {
    const asked = missing.slice(0, KEYS_AT_ONCE);
    const request = { Keys: [...asked], ConsistentRead: true, ...projection };
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: request } }),
      { abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) },
    );
    yield* Responses?.[tableName] ?? [];
    const unprocessed = UnprocessedKeys?.[tableName]?.Keys ?? [];
    if (unprocessed.length === asked.length) {
      await delay(pauseMs);
      pauseMs = Math.min(2 * pauseMs, LAST_PAUSE_MS);
    } else pauseMs = FIRST_PAUSE_MS;
    missing = [...unprocessed, ...missing.slice(asked.length)];
  }
}
