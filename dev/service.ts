import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Hono } from "hono";
import { createDocumentClient, createLambdaClient } from "../api/adapters/aws-clients.js";
import { awsDeps } from "../api/aws-deps.js";
import { createApp } from "../api/http/app.js";
import type { AppDeps, AppEnv } from "../api/http/deps.js";
import type { Executor, Log } from "../api/ports.js";
import { type LocalUserPool, startUserPool } from "./cognito/cognito.js";
import { startLocalSignIn } from "./cognito/local-sign-in.js";
import { createTables, type TableNames } from "./dynamodb/create-tables.js";
import { startDynamoDb } from "./dynamodb/dynamodb.js";
import { apiDocs } from "./http/api-docs.js";
import { devRoutes } from "./http/dev-routes.js";
import { type PageSettings, page } from "./http/page.js";
import { pageNavigation } from "./http/page-navigation.js";
import { boundedExecutor } from "./lambda/bounded-executor.js";
import { BOUNDS, CONCURRENCY, WARM_ENVIRONMENTS } from "./lambda/capacity.js";
import {
  EXECUTOR_FUNCTION,
  EXECUTOR_TIMEOUT_MS,
  hasJavaScript,
  startExecutorLambda,
} from "./lambda/executor-lambda.js";
import type { LocalLambda } from "./lambda/local-lambda.js";
import { mockExecutor } from "./lambda/mock-executor.js";
import { LOCAL_CREDENTIALS, LOCAL_REGION, NOTHING_LISTENS } from "./local-aws.js";
import { putSeedProblems } from "./seed/put-seed-problems.js";
import { seedHistory } from "./seed/seed-history.js";

/** What runs the code: our executor under this Python, a Lambda that runs already, or nothing. */
export type ExecutorChoice =
  | { readonly kind: "python"; readonly path: string }
  | { readonly kind: "endpoint"; readonly endpoint: string }
  | { readonly kind: "mock" };

export interface ServiceOptions {
  readonly executor: ExecutorChoice;
  /** Where tables and keys are kept across restarts; in memory without it. */
  readonly dataFolder?: string | undefined;
  /** A DynamoDB that runs already, instead of one of our own. */
  readonly dynamoDbEndpoint?: string | undefined;
  /** Whether the table begins with some submissions of the development users. */
  readonly withHistory?: boolean;
  /** Whether people sign in, on a page like Cognito's, instead of being whom they like. */
  readonly signIn?: boolean;
  readonly log: Log;
  /** What the executor's processes print. */
  readonly executorLog?: (line: string) => void;
  /** Settings of the app that differ from a development server's. */
  readonly settings?: Partial<AppDeps>;
}

/** The whole service on this machine: the production app, its adapters, and what they talk to. */
export interface Service {
  readonly app: Hono<AppEnv>;
  /** The app, with the page where a browser is led to. */
  fetch(request: Request): Response | Promise<Response>;
  readonly deps: AppDeps;
  readonly userPool: LocalUserPool;
  /** For reading and writing the tables past the app. */
  readonly documents: DynamoDBDocumentClient;
  readonly tables: TableNames;
  /** Undefined when the executor is a mock. */
  readonly lambda: LocalLambda | undefined;
  close(): Promise<void>;
}

const TABLES = {
  problems: "problems",
  submissions: "problem-submissions",
  callerSlots: "caller-slots",
};
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * Starts the service with the seeded problems in its table.
 *
 * @throws FolderInUse when another server uses the data folder
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await startParts(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param closers gets how to end each part, in the order of their starts */
async function startParts(
  options: ServiceOptions,
  closers: (() => unknown)[],
): Promise<Omit<Service, "close">> {
  const endpoint = options.dynamoDbEndpoint ?? (await startTables(options, closers));
  const clientConfig = { endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS };
  const dynamoDbClient = new DynamoDBClient(clientConfig);
  closers.push(() => dynamoDbClient.destroy());
  const documents = DynamoDBDocumentClient.from(dynamoDbClient, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const tableClient = createDocumentClient(clientConfig);
  await createTables(documents, TABLES);
  await putSeedProblems(documents, TABLES.problems);
  const userPool = await startUserPool(options.dataFolder);
  closers.push(() => userPool.close());
  const lambda = await startExecutor(options);
  if (lambda !== undefined) closers.push(() => lambda.close());
  const names = {
    problemsTableName: TABLES.problems,
    problemsAreListed: true,
    submissionsTableName: TABLES.submissions,
    callerSlotsTableName: TABLES.callerSlots,
    submissionsPerCaller: 2,
    customRunsPerCaller: 2,
    submissionTtlDays: undefined,
    executorFunctionName: EXECUTOR_FUNCTION,
    // One function runs all languages: the executor finds the Node of this process.
    javascriptExecutorFunctionName: runsJavaScript(options.executor)
      ? EXECUTOR_FUNCTION
      : undefined,
    tenantIsolation: true,
    userPoolId: userPool.userPoolId,
    userPoolClientIds: [userPool.clientId],
    userPoolJwks: undefined,
    staffGroup: "staff",
  };
  const lambdaEndpoint = lambda?.endpoint ?? endpointOf(options.executor);
  const lambdaClient = createLambdaClient(EXECUTOR_TIMEOUT_MS, {
    endpoint: lambdaEndpoint ?? NOTHING_LISTENS,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  const { jwksCache } = userPool;
  const aws = awsDeps(names, { documents: tableClient, lambda: lambdaClient, jwksCache });
  const deps: AppDeps = {
    ...aws,
    executor: chooseExecutor(options.executor, aws.executor, lambda),
    clock: { now: Date.now, timeout: AbortSignal.timeout },
    ids: { next: randomUUID },
    log: options.log,
    batchLimits: {
      concurrentInvocations: CONCURRENCY,
      payloadBytes: 4 * 1024 * 1024,
    },
    submissionsVisibleTo: "everyone",
    allowedOrigins: ["*"],
    originProtection: { kind: "none" },
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    ...options.settings,
  };
  if (options.withHistory) await seedHistory(deps.submissions, deps.clock.now());
  const app = createApp(deps);
  const signIn = options.signIn ? await startLocalSignIn(userPool, names.staffGroup) : undefined;
  if (signIn !== undefined) closers.push(() => signIn.close());
  const settings: PageSettings = {
    executor: options.executor.kind === "mock" ? "mock" : "real",
    submissionsVisibleTo: deps.submissionsVisibleTo,
    apiDocs: "/docs",
    ...(signIn && { signIn: signIn.settings }),
  };
  app.route("/", page(settings));
  app.route("/docs", apiDocs());
  const checking = options.executor.kind === "mock" ? undefined : deps;
  const problemsTableName = TABLES.problems;
  const localStack = {
    names,
    region: LOCAL_REGION,
    executorTimeoutMs: EXECUTOR_TIMEOUT_MS,
    endpoints: { dynamodb: endpoint, lambda: lambdaEndpoint },
  };
  app.route("/dev", devRoutes({ userPool, documents, problemsTableName, checking, localStack }));
  const fetch = pageNavigation((request) => app.fetch(request));
  return { app, fetch, deps, userPool, documents, tables: TABLES, lambda };
}

async function startTables(
  { dataFolder }: ServiceOptions,
  closers: (() => unknown)[],
): Promise<string> {
  const dynamoDb = await startDynamoDb(dataFolder);
  closers.push(() => dynamoDb.close());
  return dynamoDb.endpoint;
}

async function startExecutor(options: ServiceOptions): Promise<LocalLambda | undefined> {
  const { executor, executorLog } = options;
  if (executor.kind !== "python") return undefined;
  return startExecutorLambda(executor.path, WARM_ENVIRONMENTS, executorLog);
}

function runsJavaScript({ kind }: ExecutorChoice): boolean {
  return kind !== "python" || hasJavaScript();
}

function endpointOf(choice: ExecutorChoice): string | null {
  return choice.kind === "endpoint" ? choice.endpoint : null;
}

function chooseExecutor(
  { kind }: ExecutorChoice,
  executor: Executor,
  lambda: LocalLambda | undefined,
): Executor {
  switch (kind) {
    case "mock":
      return mockExecutor;
    case "endpoint":
      return executor;
    case "python":
      return boundedExecutor(executor, { ...BOUNDS, hasRoom: () => hasRoom(lambda) });
  }
}

/** Less what may be about to be started for runs that have begun meanwhile. */
function hasRoom(lambda: LocalLambda | undefined): boolean {
  return (lambda?.environments().length ?? 0) < WARM_ENVIRONMENTS - CONCURRENCY;
}
