import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { VisibleError } from "../domain/errors.js";
import type { CallerSlots, CallerWork } from "../ports.js";
import { CALLER_SLOTS_EXPIRY, CALLER_SLOTS_KEY } from "../tables.js";

export interface CallerSlotsSettings {
  readonly tableName: string;
  /** How many slots a caller has for each kind of work. */
  readonly limits: Readonly<Record<CallerWork, number>>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** Longer than a request can take on AWS (120 s): a slot that is still held then has lost its holder. */
const LEASE_SECONDS = 150;

/** What taking a slot may cost a grading, and giving it back: less than is reserved for the answer. */
const CALL_TIMEOUT_MS = 500;

/**
 * Slots that every process sees: an item for each that is held. A function that was ended gives nothing
 * back, so that a slot also ends by itself.
 */
export function dynamoCallerSlots(
  client: DynamoDBDocumentClient,
  { tableName, limits, now = Date.now }: CallerSlotsSettings,
): CallerSlots {
  /** Whether the slot was free. */
  async function occupy(slot: string, holder: string, abortSignal: AbortSignal): Promise<boolean> {
    const nowSeconds = Math.floor(now() / 1000);
    const command = new PutCommand({
      TableName: tableName,
      Item: { [CALLER_SLOTS_KEY]: slot, holder, [CALLER_SLOTS_EXPIRY]: nowSeconds + LEASE_SECONDS },
      // DynamoDB removes what has expired when it finds the time. The last condition is the SDK's
      // second attempt, of which the first has arrived all the same.
      ConditionExpression: "attribute_not_exists(#slot) OR #expiry < :now OR holder = :holder",
      ExpressionAttributeNames: { "#slot": CALLER_SLOTS_KEY, "#expiry": CALLER_SLOTS_EXPIRY },
      ExpressionAttributeValues: { ":now": nowSeconds, ":holder": holder },
    });
    return wasDone(client.send(command, { abortSignal }));
  }

  async function free(slot: string, holder: string): Promise<void> {
    const command = new DeleteCommand({
      TableName: tableName,
      Key: { [CALLER_SLOTS_KEY]: slot },
      ConditionExpression: "holder = :holder",
      ExpressionAttributeValues: { ":holder": holder },
    });
    await wasDone(client.send(command, { abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) }));
  }

  return {
    async take(userId, work) {
      const limit = limits[work];
      const holder = crypto.randomUUID();
      const abortSignal = AbortSignal.timeout(CALL_TIMEOUT_MS);
      for (let number = 1; number <= limit; number += 1) {
        const slot = slotOf(userId, work, number);
        if (!(await occupy(slot, holder, abortSignal))) continue;
        return { [Symbol.asyncDispose]: () => free(slot, holder) };
      }
      throw new VisibleError("TooManyRequests", SENTENCES[work](limit));
    },
  };
}

/** The key of one of a user's slots, counted from 1. */
export function slotOf(userId: string, work: CallerWork, number: number): string {
  return `${userId} ${work} ${number}`;
}

/** Whether the condition of a write held. */
async function wasDone(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

const SENTENCES: Readonly<Record<CallerWork, (limit: number) => string>> = {
  submission: (limit) =>
    `You may have ${limit} slow submissions graded at once; try again when one has its verdict.`,
  customRun: (limit) =>
    `You may have ${limit} slow runs of custom tests at once; try again when one has ended.`,
};
