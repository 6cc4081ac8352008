import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoCallerSlots } from "../../api/adapters/dynamo-caller-slots.js";
import type { CallerSlots } from "../../api/ports.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { describeCallerSlots } from "../contract/caller-slots.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";

describe("dynamoCallerSlots", () => {
  let tables: StartedTables;
  let slots: CallerSlots;
  let nowMs = Date.now();

  beforeAll(async () => {
    tables = await startTables(() => startDynamoDb());
    slots = dynamoCallerSlots(tables.client, {
      tableName: "caller-slots",
      limits: { submission: 2, customRun: 1 },
      now: () => nowMs,
    });
  });
  afterAll(() => tables.close());

  describeCallerSlots(() => slots);

  const itemsOf = async (userId: string) => {
    const { Items = [] } = await tables.raw.send(new ScanCommand({ TableName: "caller-slots" }));
    return Items.filter(({ slot }) => slot.startsWith(userId));
  };

  it("leaves nothing behind of what was given back", async () => {
    const userId = randomUUID();
    const slot = await slots.take(userId, "submission");
    expect(await itemsOf(userId)).toMatchObject([{ slot: `${userId} submission 1` }]);
    await slot[Symbol.asyncDispose]();
    expect(await itemsOf(userId)).toEqual([]);
  });

  it("frees the slot of a function that was ended, later than any request can take", async () => {
    const userId = randomUUID();
    const lost = await slots.take(userId, "customRun");
    const [{ expiresAt } = expect.fail()] = await itemsOf(userId);
    // Where DynamoDB removes it by itself, it counts in seconds too.
    expect(expiresAt - nowMs / 1000).toBeGreaterThan(120);
    nowMs += 120_000;
    await expect(slots.take(userId, "customRun")).rejects.toMatchObject({
      code: "TooManyRequests",
    });
    nowMs += 40_000;
    const taken = await slots.take(userId, "customRun");
    // Whoever comes late to give it back takes it from nobody.
    await lost[Symbol.asyncDispose]();
    await expect(slots.take(userId, "customRun")).rejects.toMatchObject({
      code: "TooManyRequests",
    });
    await taken[Symbol.asyncDispose]();
  });
});
