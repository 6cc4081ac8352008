import { createDocumentClient, createLambdaClient } from "../../api/adapters/aws-clients.js";
import { type AwsClients, awsDeps } from "../../api/aws-deps.js";
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
  /** The production adapters on those clients. */
  readonly deps: ReturnType<typeof awsDeps>;
}

/** An operator's own line is slower than the one between two of AWS's services. */
const PATIENT = { maxAttempts: 5, requestHandler: { requestTimeout: 20_000 } };
const LOCAL_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
/** Nothing listens there. */
const NO_EXECUTOR = "http://127.0.0.1:9";

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
  return {
    name: stack === undefined ? `the dev server ${endpoint}` : `the stack ${stack}`,
    outputs,
    clients,
    deps: awsDeps(awsNamesOf(outputs), clients),
    [Symbol.dispose]: () => {
      clients.documents.destroy();
      clients.lambda.destroy();
    },
  };
}

function createClients({ region, endpoints, executorTimeoutSeconds }: StackOutputs): AwsClients {
  const local = endpoints && { credentials: LOCAL_CREDENTIALS };
  return {
    documents: createDocumentClient({
      region,
      ...PATIENT,
      ...local,
      ...(endpoints && { endpoint: endpoints.dynamodb }),
    }),
    lambda: createLambdaClient(executorTimeoutSeconds * 1000, {
      region,
      ...local,
      ...(endpoints && { endpoint: endpoints.lambda ?? NO_EXECUTOR }),
    }),
  };
}
