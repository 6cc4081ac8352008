import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDocumentClient, createLambdaClient } from "../../api/adapters/aws-clients.js";
import { type AwsClients, awsDeps } from "../../api/aws-deps.js";
import { LOCAL_CREDENTIALS, NOTHING_LISTENS } from "../../dev/local-aws.js";
import { CommandEnd } from "../command-end.js";
import type { Surroundings } from "../surroundings.js";
import type { TargetOptions } from "../target-options.js";
import { readEndpoint } from "./read-endpoint.js";
import { readStack } from "./read-stack.js";
import { awsNamesOf, type StackOutputs } from "./stack-outputs.js";

/** A service to work with, be it on AWS or on this machine. */
export interface Target extends Disposable {
  /** As a person calls it. */
  readonly name: string;
  readonly outputs: StackOutputs;
  readonly clients: AwsClients;
  /** For whole items, whose numbers are numbers. */
  readonly items: DynamoDBDocumentClient;
  /** The production adapters on those clients. */
  readonly deps: ReturnType<typeof awsDeps>;
}

/** An operator's own line is slower than the one between two of AWS's services. */
const PATIENT = { maxAttempts: 5, requestHandler: { requestTimeout: 20_000 } };

/**
 * The service that `--stack` or `--endpoint` names, with the operator's own AWS credentials.
 *
 * @throws CommandEnd when neither or both are given, or what they name does not answer
 */
export async function openTarget(
  { stack, endpoint }: TargetOptions,
  surroundings: Surroundings,
): Promise<Target> {
  if ((stack === undefined) === (endpoint === undefined)) {
    throw new CommandEnd(
      "misuse",
      "Name one service: --stack <name> for a deployed one, or --endpoint http://127.0.0.1:8787 for a dev server.",
    );
  }
  const outputs =
    stack === undefined
      ? await readEndpoint(endpoint ?? "", surroundings.signal)
      : await readStack(stack, surroundings);
  const clients = createClients(outputs);
  const items = createItemClient(outputs);
  return {
    name: stack === undefined ? `the dev server ${endpoint}` : `the stack ${stack}`,
    outputs,
    clients,
    items,
    deps: awsDeps(awsNamesOf(outputs), clients),
    [Symbol.dispose]: () => {
      clients.documents.destroy();
      items.destroy();
      clients.lambda.destroy();
    },
  };
}

function createClients(outputs: StackOutputs): AwsClients {
  const { region, endpoints, executorTimeoutSeconds } = outputs;
  return {
    documents: createDocumentClient({ ...PATIENT, ...tablesOf(outputs) }),
    lambda: createLambdaClient(executorTimeoutSeconds * 1000, {
      region,
      ...(endpoints && {
        endpoint: endpoints.lambda ?? NOTHING_LISTENS,
        credentials: LOCAL_CREDENTIALS,
      }),
    }),
  };
}

function createItemClient(outputs: StackOutputs): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...PATIENT, ...tablesOf(outputs) });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

function tablesOf({ region, endpoints }: StackOutputs): DynamoDBClientConfig {
  if (endpoints === undefined) return { region };
  return { region, endpoint: endpoints.dynamodb, credentials: LOCAL_CREDENTIALS };
}
