import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InvokeCommand, type InvokeCommandInput, LambdaClient } from "@aws-sdk/client-lambda";
import { expect, onTestFinished } from "vitest";
import {
  type LocalLambda,
  type LocalLambdaOptions,
  startLocalLambda,
} from "../../../dev/lambda/local-lambda.js";
import { findPython } from "../../../pack/python.js";

// biome-ignore lint/style/noProcessEnv: these tests are the root of what they start.
export const env = process.env;
export const python = findPython(env).path;
export const taskRoot = fileURLToPath(
  new URL("../../support/aws/lambda-handlers", import.meta.url),
);

export interface Outcome {
  status: number | undefined;
  functionError: string | undefined;
  text: string;
  value: () => unknown;
}

export interface TestLambda extends LocalLambda {
  client: LambdaClient;
  /** Invokes with `event` as JSON. */
  invoke(event: unknown, input?: Partial<InvokeCommandInput>): Promise<Outcome>;
}

/** A stand-in around `perform.py` that is closed, and proven gone, when the test is over. */
export async function testLambda(options: Partial<LocalLambdaOptions> = {}): Promise<TestLambda> {
  const lambda = await startLocalLambda({
    functionName: "executor",
    python,
    taskRoot,
    handler: "perform.lambda_handler",
    timeoutMs: 20_000,
    maxConcurrency: 4,
    tenantIsolation: false,
    ...options,
  });
  const client = new LambdaClient({
    endpoint: lambda.endpoint,
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  onTestFinished(async () => {
    const pids = lambda.environments().map(({ pid }) => pid);
    client.destroy();
    await lambda.close();
    expect(pids.filter(isAlive)).toEqual([]);
  });
  return { ...lambda, client, invoke: (event, input) => invoke(client, event, input) };
}

async function invoke(
  client: LambdaClient,
  event: unknown,
  input: Partial<InvokeCommandInput> = {},
): Promise<Outcome> {
  const output = await client.send(
    new InvokeCommand({ FunctionName: "executor", Payload: JSON.stringify(event), ...input }),
  );
  const text = output.Payload?.transformToString() ?? "";
  return {
    status: output.StatusCode,
    functionError: output.FunctionError,
    text,
    value: () => JSON.parse(text),
  };
}

/** Whether a process still runs; one that only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  try {
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
  } catch {
    return false;
  }
}

/** A folder that is removed when the test is over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lambda-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function becomesTrue(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 15_000, interval: 5 }).toBe(true);
}
