import { randomUUID } from "node:crypto";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DUMMY_CREDENTIALS } from "../../dev/lambda/function-identity.js";
import {
  type LocalEnvironment,
  type LocalLambda,
  startLocalLambda,
} from "../../dev/lambda/local-lambda.js";
import { attackUser } from "../support/attack-user.js";
import type { Output } from "./answer.js";

const FUNCTION_TIMEOUT_MS = 20_000;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface WorldOptions {
  tenantIsolation?: boolean;
  /** After this long an environment that a program has stopped for good is ended. */
  functionTimeoutMs?: number;
  /** Whether it can run JavaScript too. */
  javascript?: boolean;
}

export interface Request {
  code: string;
  language?: "javascript";
  input?: unknown;
  inputs?: readonly unknown[];
  io?: "stdio" | undefined;
  timeoutMs?: number;
  tenantId?: string;
}

export interface Answer {
  /** The payload as it came. */
  text: string;
  functionError: string | null;
  tookMs: number;
  /** Throws where the function failed. */
  output(): Output;
}

/** The executor in the local Runtime API, as an unprivileged user wherever that can be had. */
export interface ExecutorWorld {
  hasTenants: boolean;
  functionTimeoutMs: number;
  python: string;
  /** Whose processes and files are the programs' and nobody else's; undefined where there is no such user. */
  ownUid: number | undefined;
  /** What no program may ever show: credentials, and a part of every event that is not the program's. */
  secrets: string[];
  environments(): LocalEnvironment[];
  invoke(request: Request): Promise<Answer>;
  close(): Promise<void>;
}

export async function startExecutorWorld({
  tenantIsolation = false,
  functionTimeoutMs = FUNCTION_TIMEOUT_MS,
  javascript = false,
}: WorldOptions = {}): Promise<ExecutorWorld> {
  const { python, user } = attackUser();
  const taskRoot = copyExecutor();
  // Where the function's package would have it.
  if (javascript) cpSync(process.execPath, join(taskRoot, "bin", "node"), { recursive: true });
  makeReadable(taskRoot);
  const eventMark = `event-${randomUUID()}`;
  const environmentMark = `environment-${randomUUID()}`;
  const options = {
    functionName: "executor",
    python,
    taskRoot,
    timeoutMs: functionTimeoutMs,
    maxConcurrency: tenantIsolation ? 4 : 1,
    tenantIsolation,
    environment: {
      PRIVATE_SETTING: environmentMark,
      // As in Lambda, where nobody but the executor has its user.
      ...(user !== undefined && { EXECUTOR_HAS_OWN_USER: "1" }),
    },
    ...(user !== undefined && { user }),
  };
  const lambda = await startLocalLambda(options);
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = DUMMY_CREDENTIALS;
  return {
    hasTenants: tenantIsolation,
    functionTimeoutMs,
    python,
    ownUid: user?.uid,
    secrets: [
      ...[AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN],
      ...[eventMark, environmentMark],
    ],
    environments: () => lambda.environments(),
    invoke: (request) => invoke(lambda, request, eventMark),
    close: async () => {
      await lambda.close();
      rmSync(taskRoot, { recursive: true, force: true });
    },
  };
}

const BUSY_LIMIT_MS = 25_000;

/** A folder like the function's package: the executor and the runner, and nothing else. */
function copyExecutor(): string {
  const taskRoot = mkdtempSync(join(tmpdir(), "attacks-"));
  const filter = (path: string) => !path.endsWith("__pycache__");
  cpSync(join(ROOT, "executor"), taskRoot, { recursive: true, filter });
  cpSync(join(ROOT, "runner"), join(taskRoot, "runner"), { recursive: true, filter });
  return taskRoot;
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else chmodSync(path, entry.name === "node" ? 0o755 : 0o644);
  }
}

async function invoke(lambda: LocalLambda, request: Request, eventMark: string): Promise<Answer> {
  const { code, input = null, inputs, io, timeoutMs = 1000, tenantId } = request;
  const { language = "python3.12" } = request;
  const event = {
    code_to_execute: code,
    ...(inputs === undefined ? { input_data: input } : { inputs }),
    timeout_ms: timeoutMs,
    language,
    ...(io !== undefined && { io }),
    // A field that the executor does not know: it is in the handler's memory all the same.
    private: eventMark,
  };
  const send = () =>
    fetch(`${lambda.endpoint}/2015-03-31/functions/executor/invocations`, {
      method: "POST",
      body: JSON.stringify(event),
      ...(tenantId !== undefined && { headers: { "X-Amz-Tenant-Id": tenantId } }),
    });
  let started = performance.now();
  let response = await send();
  // A given-up environment is busy until it has tidied up; the API asks again, too.
  for (const giveUpAt = started + BUSY_LIMIT_MS; response.status === 429; ) {
    await response.body?.cancel();
    if (performance.now() > giveUpAt) break;
    await new Promise((later) => setTimeout(later, 50));
    started = performance.now();
    response = await send();
  }
  const text = await response.text();
  const tookMs = performance.now() - started;
  const functionError = response.headers.get("X-Amz-Function-Error");
  const output = () => {
    if (response.status !== 200 || functionError !== null) {
      throw new Error(`The function failed (${response.status}): ${text}`);
    }
    return JSON.parse(text) as Output;
  };
  return { text, functionError, tookMs, output };
}
