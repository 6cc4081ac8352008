import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createLambdaClient } from "../../api/adapters/aws-clients.js";
import { type LocalLambda, startLocalLambda } from "../../dev/lambda/local-lambda.js";
import { localPython } from "../support/world.js";

const TIME_LIMIT_MS = 300;

/** Lambda freezes every process of an environment between two invocations, for minutes at times. */
describe.skipIf(process.platform !== "linux")("an environment that was frozen and thawed", () => {
  let lambda: LocalLambda;

  beforeAll(async () => {
    lambda = await startLocalLambda({
      functionName: "executor",
      python: localPython().path,
      taskRoot: fileURLToPath(new URL("../../executor", import.meta.url)),
      timeoutMs: 30_000,
      maxConcurrency: 1,
      tenantIsolation: false,
    });
  });
  afterAll(() => lambda.close());

  async function run(code: string) {
    const client = createLambdaClient(30_000, {
      endpoint: lambda.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    const payload = { code_to_execute: code, input_data: 21, timeout_ms: TIME_LIMIT_MS };
    const { Payload } = await client.send(
      new InvokeCommand({ FunctionName: "executor", Payload: JSON.stringify(payload) }),
    );
    return JSON.parse(new TextDecoder().decode(Payload));
  }

  it("goes on in the same processes, with time limits that start anew", async () => {
    const double = "def solution(n): return n * 2";
    expect(await run(double)).toMatchObject({ returnValue: 42 });
    const [before] = lambda.environments();
    // The next case's process is forked once this one has been answered.
    const pids = await vi.waitFor(() => {
      const found = descendants(before?.pid ?? 0);
      expect(found.length).toBeGreaterThan(2);
      return found;
    });
    for (const pid of pids) process.kill(pid, "SIGSTOP");
    // Longer than any time limit of a case that could still be ticking.
    await new Promise((thaw) => setTimeout(thaw, 5 * TIME_LIMIT_MS));
    for (const pid of pids) process.kill(pid, "SIGCONT");

    expect(await run(double)).toMatchObject({ returnValue: 42, timedOut: false });
    expect(await run("def solution(n):\n while True: pass")).toMatchObject({
      timedOut: true,
      reason: "CPU_LIMIT",
    });
    expect(await run("import time\ndef solution(n): time.sleep(60)")).toMatchObject({
      timedOut: true,
      reason: "WALL_LIMIT",
    });
    expect(lambda.environments()[0]?.pid).toBe(before?.pid);
  });
});

/** The process and everything that it started, as /proc has it. */
function descendants(root: number): number[] {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}
