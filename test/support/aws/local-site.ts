import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { DEV_ACCOUNTS } from "../../../dev/cognito/dev-accounts.js";
import { type LocalSignInPage, startSignInPage } from "../../../dev/cognito/sign-in-page.js";
import { startDynamoDb } from "../../../dev/dynamodb/dynamodb.js";
import { EXECUTOR_FUNCTION } from "../../../dev/lambda/executor-lambda.js";
import { packSite } from "../../../pack/pack-site.js";
import { type DeployedStack, deployStack } from "../../infra/support/deployed-stack.js";
import { startWorld, type World } from "../world.js";
import { startBuiltFunction } from "./built-function.js";
import { functionUrlEvent } from "./function-url-event.js";
import { type OriginRequest, startDistribution } from "./local-distribution.js";

export interface LocalSiteOptions {
  readonly idTokenSeconds?: number;
}

/** A whole stack on this machine: the packed page and API behind its distribution, and where people sign in. */
export interface LocalSite {
  readonly url: string;
  readonly stack: DeployedStack;
  readonly signInPage: LocalSignInPage;
  /** For reading and writing its tables. */
  readonly world: World;
  close(): Promise<void>;
}

export async function startLocalSite({
  idTokenSeconds,
}: LocalSiteOptions = {}): Promise<LocalSite> {
  const folder = await mkdtemp(join(tmpdir(), "local-site-"));
  const stack = await deployStack({}, await packSite(folder));
  const dynamoDb = await startDynamoDb();
  const world = await startWorld({ executor: "python", dynamoDbEndpoint: dynamoDb.endpoint });
  const { variables } = stack.the("lambda/function", "code-grader").inputs.environment;
  const built = await startBuiltFunction(
    world,
    { dynamoDb: dynamoDb.endpoint, lambda: world.stack.lambda?.endpoint ?? "" },
    {
      // One function runs all languages here.
      JAVASCRIPT_EXECUTOR_FUNCTION_NAME: EXECUTOR_FUNCTION,
      PROBLEMS_ARE_LISTED: variables.PROBLEMS_ARE_LISTED,
      ORIGIN_SECRETS: variables.ORIGIN_SECRETS,
    },
  );
  const { userPool } = world.stack;
  let url = "";
  const signInPage = await startSignInPage({
    userPool,
    accounts: DEV_ACCOUNTS,
    // Where the stack's client lets people return to.
    isReturnUrl: (asked) => returnUrls(stack, url).includes(asked),
    ...(idTokenSeconds !== undefined && { idTokenSeconds }),
  });
  // The environment takes one event after the other, as Lambda's do.
  let last: Promise<unknown> = Promise.resolve();
  const callApi = (request: OriginRequest) => {
    const begun = last.then(() => built.begin(eventOf(request)));
    last = begun.then(({ ended }) => ended).catch(() => {});
    return begun.then(async ({ statusCode, headers, body }) => ({
      status: statusCode,
      headers: new Headers(headers),
      body: isLive(headers) ? toStream(body) : await text(body),
    }));
  };
  const settings = JSON.parse(stack.the("s3/bucketObjectv2", "site/settings.json").inputs.content);
  const listener = await startDistribution({
    stack,
    callApi,
    substitutions: () => [
      [settings.signIn.authority, userPool.issuer],
      [settings.signIn.clientId, userPool.clientId],
      [settings.signIn.domain, signInPage.url],
    ],
  });
  url = listener.url;
  return {
    url,
    stack,
    signInPage,
    world,
    async close() {
      await listener.close();
      await signInPage.close();
      await built.close();
      await world.close();
      await dynamoDb.close();
      await rm(folder, { recursive: true });
    },
  };
}

const toStream = (body: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(body)) as ReadableStream;

const isLive = (headers: Readonly<Record<string, string>>) =>
  headers["content-type"]?.startsWith("application/x-ndjson") ?? false;

function returnUrls(stack: DeployedStack, url: string): string[] {
  const { callbackUrls } = stack.the("cognito/managedUserPoolClient").inputs;
  const { siteUrl } = stack.outputs;
  return callbackUrls.map((one: string) => one.replace(siteUrl, url));
}

function eventOf({ method, path, query, headers, body }: OriginRequest) {
  return functionUrlEvent(method, path, {
    rawQueryString: query,
    headers,
    ...(query !== "" && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    ...(body !== "" && { body }),
  });
}
