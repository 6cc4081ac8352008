import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { on, once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Answer } from "../http/answer.js";
import type { World } from "../world.js";
import { apiBundle } from "./api-bundle.js";
import { type StreamedAnswer, startStreamedAnswers } from "./streamed-answers.js";

const SCRIPT = fileURLToPath(new URL("warm-function.mjs", import.meta.url));

/** What CloudFront adds to every request that it lets through. */
export const ORIGIN_SECRET = "origin-secret-of-the-test";

/** The headers of an innocent `POST /grade` as the function URL passes them on. */
export function passedHeaders(idToken: string) {
  return {
    authorization: `Bearer ${idToken}`,
    "content-type": "application/json",
    "x-origin-verify": ORIGIN_SECRET,
  };
}

/** The built API function in a warm environment, which takes one event after another. */
export interface BuiltFunction {
  /** @param remainingMs what Lambda says that the function has left */
  invoke(event: unknown, remainingMs?: number): Promise<Answer & { readonly bytes: number }>;
  /** The same, as soon as the head of the answer has come, with the end of the function's work. */
  begin(event: unknown, remainingMs?: number): Promise<StreamedAnswer & { ended: Promise<void> }>;
  /** Stops its process, as Lambda does between two events; an event that comes then is kept. */
  freeze(): void;
  thaw(): void;
  /** The lines that it has printed since the last time, to either stream. */
  takeLines(): string[];
  close(): Promise<void>;
}

/** The endpoints that the function finds in its environment. */
export interface FunctionEndpoints {
  readonly dynamoDb: string;
  readonly lambda: string;
}

/** Builds the function and starts it on the world's tables and users, with these variables besides. */
export async function startBuiltFunction(
  { stack }: World,
  endpoints: FunctionEndpoints,
  variables: Readonly<Record<string, string>> = {},
): Promise<BuiltFunction> {
  const folder = await mkdtemp(join(tmpdir(), "built-function-"));
  const answers = await startStreamedAnswers();
  const child = fork(SCRIPT, [await apiBundle()], {
    env: {
      HOME: folder,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
      AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
      PROBLEMS_TABLE_NAME: stack.tables.problems,
      SUBMISSIONS_TABLE_NAME: stack.tables.submissions,
      CALLER_SLOTS_TABLE_NAME: stack.tables.callerSlots,
      RUN_CODE_LAMBDA_NAME: "code-executor",
      JAVASCRIPT_EXECUTOR_FUNCTION_NAME: "javascript-executor",
      COGNITO_USER_POOL_ID: stack.userPool.userPoolId,
      COGNITO_CLIENT_IDS: stack.userPool.clientId,
      COGNITO_JWKS: JSON.stringify(stack.userPool.jwks),
      ALLOWED_ORIGINS: "*",
      ORIGIN_SECRETS: ORIGIN_SECRET,
      ...variables,
    },
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const exited = once(child, "exit");
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const died = exited.then(() => Promise.reject(new Error(`The function ended: ${printed}`)));
  // It ends when it is told to; only whoever waits for an answer is concerned.
  died.catch(() => {});
  const endOf = async (requestId: string): Promise<void> => {
    for await (const [message] of on(child, "message")) {
      if (message.requestId !== requestId) continue;
      if (message.error !== undefined) throw new Error(message.error);
      return;
    }
  };
  const begin = async (event: unknown, remainingMs = 60_000) => {
    const requestId = randomUUID();
    const ended = endOf(requestId);
    const failed = ended.then(() => Promise.reject(new Error("The function answered nothing.")));
    for (const one of [ended, failed]) one.catch(() => {});
    child.send({ event, requestId, remainingMs, responseUrl: answers.urlOf(requestId) });
    const answer = await Promise.race([answers.take(requestId), failed, died]);
    return { ...answer, ended };
  };
  return {
    begin,
    async invoke(event, remainingMs) {
      const { ended, ...answer } = await begin(event, remainingMs);
      const whole = await toAnswer(answer);
      await Promise.race([ended, died]);
      return whole;
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    takeLines() {
      const lines = printed.split("\n");
      printed = lines.pop() ?? "";
      return lines;
    },
    async close() {
      child.disconnect();
      await exited;
      await answers.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The answer as a client of the function URL sees it, with the bytes that Lambda carried for it. */
async function toAnswer({
  statusCode,
  headers,
  cookies,
  body,
}: StreamedAnswer): Promise<Answer & { bytes: number }> {
  const bytes = await buffer(body);
  const text = bytes.toString();
  const isJson = headers["content-type"] === "application/json" && text !== "";
  return {
    status: statusCode,
    headers: new Headers(headers),
    text,
    body: isJson ? JSON.parse(text) : undefined,
    bytes: JSON.stringify({ statusCode, headers, cookies }).length + bytes.length,
  };
}
