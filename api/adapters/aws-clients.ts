import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { LambdaClient, type LambdaClientConfig } from "@aws-sdk/client-lambda";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tellingAgents } from "./broken-connection.js";

/**
 * A client for invoking the executor. It retries nothing by itself: the SDK would run code again
 * after a time-out, and all requests of a client share one allowance of retries. It tells where a
 * connection broke unanswered.
 *
 * @param executorTimeoutMs the executor function's own time-out, which the client outlasts
 */
export function createLambdaClient(
  executorTimeoutMs: number,
  config: LambdaClientConfig = {},
): LambdaClient {
  return new LambdaClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: executorTimeoutMs + 5000,
      throwOnRequestTimeout: true,
      ...tellingAgents({ maxSockets: 256 }),
    },
    ...config,
  });
}

/**
 * A client for the tables. What it answers with was DynamoDB's answer and nobody else's. The SDK tries
 * again where a connection broke: reading, and writing the same once more, does no harm.
 */
export function createDocumentClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 500,
      requestTimeout: 800,
      // The one above ends with the head of an answer; its body may stall as well.
      socketTimeout: 800,
      throwOnRequestTimeout: true,
    },
    ...config,
  });
  // The SDK takes any JSON for success, and `{}` for an item that is not there. Only DynamoDB says
  // what a call consumed.
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next({ input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
      if ("ConsumedCapacity" in result.output) return result;
      throw new Error("This answer is not DynamoDB's: it does not say what the call consumed.");
    },
    { step: "initialize", name: "requireConsumedCapacity" },
  );
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    // Numbers come back as their digits: a double would round an epsilon or a limit.
    unmarshallOptions: { wrapNumbers: (digits: string) => digits },
  });
}
