import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { createDocumentClient, createLambdaClient } from "../../api/adapters/aws-clients.js";
import { cognito } from "../../api/adapters/cognito.js";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import { lambdaExecutor } from "../../api/adapters/lambda-executor.js";
import { createApp } from "../../api/http/app.js";
import { jwksCacheAt } from "../../dev/cognito/jwks-cache.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { listen } from "../../dev/http/listen.js";
import { type Call, type FaultPlan, startFaultProxy } from "../support/http/fault-proxy.js";
import { type GraderClient, graderClient } from "../support/http/grader-client.js";
import { type LogLine, startWorld, type World } from "../support/world.js";

/** What a student's stored submission is, as the table holds it. */
export type StoredItem = Readonly<Record<string, unknown>>;

/** A grader of its own, whose every call to a dependency goes through a fault proxy. */
export interface FaultyGrader extends GraderClient {
  /** Since it was exposed or relieved, in the order in which they came. */
  readonly calls: readonly Call[];
  readonly logLines: readonly LogLine[];
  /** From now on this happens to its calls, the fetch of the keys, which it forgets, included. */
  expose(plan: FaultPlan): Promise<void>;
  /** From now on all is well; resolves when what is under way has ended. */
  relieve(): Promise<void>;
  close(): Promise<void>;
}

/** The dependencies, in good health, and graders in front of them that may reach them badly. */
export interface FaultStage {
  readonly world: World;
  /** The production app with its production adapters. */
  startGrader(): Promise<FaultyGrader>;
  /** All that the table holds of a user, whole. */
  submissionsOf(userId: string): Promise<readonly StoredItem[]>;
  close(): Promise<void>;
}

export interface FaultStageOptions {
  /** An Invoke API with the executor behind it. */
  readonly lambdaEndpoint: string;
  readonly limits: FaultLimits;
  /** Whether students are told live. */
  readonly isLive: boolean;
}

/** The limits that are not production's. */
export interface FaultLimits {
  /** How long one of two fetches of the keys is awaited. */
  readonly fetchKeysMs: number;
  /** How long an invocation is awaited. */
  readonly invokeMs: number;
  /** From the request to the deadline of its cases. */
  readonly gradingMs: number;
}

/** What the app keeps back of a request's time. */
const STORING_MS = 3000;

/** Five times what a request may take. */
export function patienceMs({ fetchKeysMs, gradingMs }: FaultLimits): number {
  return 5 * (2 * fetchKeysMs + gradingMs + STORING_MS);
}

/** One invocation at a time: the order of calls is always the same. */
const BATCH_LIMITS = { concurrentInvocations: 1, payloadBytes: 1e6 };

export async function startFaultStage({
  lambdaEndpoint,
  limits,
  isLive,
}: FaultStageOptions): Promise<FaultStage> {
  const { fetchKeysMs, invokeMs, gradingMs } = limits;
  const dynamoDb = await startDynamoDb();
  const world = await startWorld({
    dynamoDbEndpoint: dynamoDb.endpoint,
    executor: { kind: "endpoint", endpoint: lambdaEndpoint },
  });
  const { deps, documents, tables, userPool } = world.stack;
  const destinations = {
    Jwks: userPool.jwksUrl,
    GetItem: dynamoDb.endpoint,
    PutItem: dynamoDb.endpoint,
    Invoke: lambdaEndpoint,
  };

  async function startGrader(): Promise<FaultyGrader> {
    const proxy = await startFaultProxy(destinations);
    const logLines: LogLine[] = [];
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const aws = { endpoint: proxy.url, region: "us-east-1", credentials };
    const items = createDocumentClient(aws);
    // It waits five seconds longer than the function may take.
    const functions = createLambdaClient(invokeMs - 5000, aws);
    const jwksUrl = new URL(new URL(userPool.jwksUrl).pathname, proxy.url).href;
    const coldIdentity = () =>
      cognito(
        { userPoolId: userPool.userPoolId, clientIds: [userPool.clientId], staffGroup: "staff" },
        jwksCacheAt(jwksUrl, { responseTimeout: fetchKeysMs }),
      );
    let identity = coldIdentity();
    const app = createApp({
      ...deps,
      problems: dynamoProblems(items, tables.problems, true),
      submissions: dynamoSubmissions(items, tables.submissions),
      executor: lambdaExecutor(functions, {
        functionNames: { "python3.12": "code-executor" },
        tenantIsolation: true,
      }),
      identity: { identify: (idToken) => identity.identify(idToken) },
      log: (event, fields) => logLines.push({ event, ...fields }),
      batchLimits: BATCH_LIMITS,
      requestTimeoutMs: gradingMs + STORING_MS,
    });
    const listener = await listen(app.fetch, 0);
    return {
      ...graderClient(listener.url, userPool, patienceMs(limits), isLive),
      get calls() {
        return proxy.calls;
      },
      logLines,
      async expose(plan) {
        identity = coldIdentity();
        await proxy.play(plan);
      },
      relieve: () => proxy.play(),
      async close() {
        await listener.close();
        items.destroy();
        functions.destroy();
        await proxy.close();
      },
    };
  }

  return {
    world,
    startGrader,
    async submissionsOf(userId) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: tables.submissions,
          IndexName: "UserIdSubmissionTimeIndex",
          KeyConditionExpression: "userId = :userId",
          ExpressionAttributeValues: { ":userId": userId },
        }),
      );
      const whole = await Promise.all(
        Items.map((item) => world.storedSubmission(item.submissionId)),
      );
      return whole.filter((item) => item !== undefined);
    },
    async close() {
      await world.close();
      await dynamoDb.close();
    },
  };
}
