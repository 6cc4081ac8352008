import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { LambdaClient, type LambdaClientConfig } from "@aws-sdk/client-lambda";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/**
 * A client for invoking the executor. It retries nothing by itself: the SDK would run code again
 * after a time-out, and all requests of a client share one allowance of retries.
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
      httpsAgent: { maxSockets: 256 },
      httpAgent: { maxSockets: 256 },
    },
    ...config,
  });
}

/** A client for both tables; three attempts of it fit into the time kept back for storing. */
export function createDocumentClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 500, requestTimeout: 800, throwOnRequestTimeout: true },
    ...config,
  });
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    // Numbers come back as their digits: a double would round an epsilon or a limit.
    unmarshallOptions: { wrapNumbers: (digits: string) => digits },
  });
}
