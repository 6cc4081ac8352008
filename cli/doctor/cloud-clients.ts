import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { STSClient } from "@aws-sdk/client-sts";
import { LOCAL_CREDENTIALS, NOTHING_LISTENS } from "../../dev/local-aws.js";
import type { StackOutputs } from "../target/stack-outputs.js";

/** AWS as the doctor asks it. */
export interface CloudClients extends Disposable {
  readonly identity: STSClient;
  readonly functions: LambdaClient;
  readonly tables: DynamoDBClient;
  readonly logs: CloudWatchLogsClient;
  readonly metrics: CloudWatchClient;
  /** Where CloudFront's are, whatever the stack's region. */
  readonly edgeMetrics: CloudWatchClient;
}

/** Where everything of the edge is. */
export const EDGE_REGION = "us-east-1";
/** A self-test and a cold start take a while. */
const PATIENCE = { requestTimeout: 120_000, throwOnRequestTimeout: true };

/** @param endpoints a dev server's, which has tables and functions only */
export function openCloudClients(
  region: string,
  endpoints?: StackOutputs["endpoints"],
): CloudClients {
  const common = { region, requestHandler: PATIENCE };
  const local = (endpoint: string | null) =>
    endpoints && { endpoint: endpoint ?? NOTHING_LISTENS, credentials: LOCAL_CREDENTIALS };
  const clients = {
    identity: new STSClient({ ...common, ...local(null) }),
    functions: new LambdaClient({ ...common, ...local(endpoints?.lambda ?? null) }),
    tables: new DynamoDBClient({ ...common, ...local(endpoints?.dynamodb ?? null) }),
    logs: new CloudWatchLogsClient({ ...common, ...local(null) }),
    metrics: new CloudWatchClient({ ...common, ...local(null) }),
    edgeMetrics: new CloudWatchClient({ ...common, region: EDGE_REGION, ...local(null) }),
  };
  return {
    ...clients,
    [Symbol.dispose]: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
