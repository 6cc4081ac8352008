import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { LambdaClient, type LambdaClientConfig } from "@aws-sdk/client-lambda";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { StandardRetryStrategy } from "@smithy/core/retry";

/** Retries throttling with the SDK's own back-off and nothing else: running code twice is not free. */
class ThrottlingRetryStrategy extends StandardRetryStrategy {
  override refreshRetryTokenForRetry(
    ...[token, error]: Parameters<StandardRetryStrategy["refreshRetryTokenForRetry"]>
  ) {
    if (error.errorType !== "THROTTLING") throw new Error("Only throttling is retried");
    return super.refreshRetryTokenForRetry(token, error);
  }
}

/**
 * A client for invoking the executor.
 *
 * @param executorTimeoutMs the executor function's own time-out, which the client outlasts
 */
export function createLambdaClient(
  executorTimeoutMs: number,
  config: LambdaClientConfig = {},
): LambdaClient {
  return new LambdaClient({
    retryStrategy: new ThrottlingRetryStrategy(4),
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
