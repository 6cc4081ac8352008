import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLambdaClient } from "../../api/adapters/aws-clients.js";
import { type LocalLambda, startLocalLambda } from "../../dev/lambda/local-lambda.js";
import { localPython } from "../support/world.js";

const IN_VIRTUAL_ENVIRONMENT = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
const MEGABYTE = 1024 * 1024;

/** A Python that has Lambda's own runtime client. */
const python = [IN_VIRTUAL_ENVIRONMENT, localPython().path].find(
  (path) => existsSync(path) && spawnSync(path, ["-c", "import awslambdaric"]).status === 0,
);
if (python === undefined) {
  console.log("Without awslambdaric (requirements-dev.txt) the executor was not tried under it.");
}

describe.skipIf(python === undefined)("the executor under Lambda's own runtime client", () => {
  const lines: string[] = [];
  let folder: string;
  let lambda: LocalLambda;
  let client: LambdaClient;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "runtime-client-"));
    // Stands where the local bootstrap's interpreter would, and starts the real client instead.
    const runtime = join(folder, "python");
    writeFileSync(runtime, `#!/bin/sh\nexec '${python}' -B -u -m awslambdaric "$_HANDLER"\n`);
    chmodSync(runtime, 0o755);
    lambda = await startLocalLambda({
      functionName: "executor",
      python: runtime,
      taskRoot: fileURLToPath(new URL("../../executor", import.meta.url)),
      timeoutMs: 60_000,
      maxConcurrency: 1,
      tenantIsolation: false,
      environment: { AWS_LAMBDA_LOG_FORMAT: "JSON", AWS_EXECUTION_ENV: "AWS_Lambda_python3.12" },
      log: (line) => lines.push(line.replace(/^\[\w+\] /, "")),
    });
    client = createLambdaClient(60_000, {
      endpoint: lambda.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
  });

  afterAll(async () => {
    client.destroy();
    await lambda.close();
    rmSync(folder, { recursive: true });
  });

  /** The answer's text: its numbers may be more than a double holds. */
  async function invoke(code: string, inputJson: string): Promise<string> {
    const fields = `"code_to_execute":${JSON.stringify(code)},"input_data":${inputJson}`;
    return send(`{${fields},"timeout_ms":5000}`);
  }

  async function send(event: string): Promise<string> {
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({ FunctionName: "executor", Payload: event }),
    );
    expect(FunctionError).toBeUndefined();
    return new TextDecoder().decode(Payload);
  }

  const valueIn = (text: string) => /"returnValue": ?(.*?), ?"exitCode"/.exec(text)?.[1];

  it("answers as it does locally", async () => {
    const code = "def solution(data):\n    print('하나')\n    return [data, '둘']";
    expect(JSON.parse(await invoke(code, '{"셋":[1,null]}'))).toMatchObject({
      isSuccessful: true,
      stdout: "하나\n",
      returnValue: [{ 셋: [1, null] }, "둘"],
    });
    expect(JSON.parse(await invoke("def solution(data): return 1 / data", "0"))).toMatchObject({
      isSuccessful: false,
      reason: "EXCEPTION",
    });
  });

  it("keeps every digit of an integer, and of a double, in both directions", async () => {
    const numbers = `[${2n ** 70n}, -9007199254740993, 0.1, 1e-07, 1e+300]`;
    expect(valueIn(await invoke("def solution(data): return data", numbers))).toBe(numbers);
  });

  it("answers with NaN and the infinities as their texts", async () => {
    const code = "def solution(data): return [float(word) for word in data]";
    expect(valueIn(await invoke(code, '["nan", "-inf", "1e999"]'))).toBe(
      '["NaN", "-Infinity", "Infinity"]',
    );
  });

  it("refuses a lone surrogate as a value of the solution's, and goes on", async () => {
    const pid = await warmPid();
    const text = await invoke("def solution(data): return '\\ud800'", "1");
    expect(JSON.parse(text)).toMatchObject({ isSuccessful: false, reason: "BAD_RETURN_VALUE" });
    expect(await warmPid()).toBe(pid);
  });

  it("takes an event of almost 6 MB", async () => {
    const long = JSON.stringify("x".repeat(5.9 * MEGABYTE));
    const text = await invoke("def solution(data): return len(data)", long);
    expect(JSON.parse(text).returnValue).toBe(Math.floor(5.9 * MEGABYTE));
  });

  it("answers with as many results as fit into 6 MB", async () => {
    const code = "def solution(data): return '가' * 170_000";
    const inputs = Array.from({ length: 20 }, (_, index) => index);
    const text = await send(JSON.stringify({ code_to_execute: code, inputs, timeout_ms: 5000 }));
    const { results } = JSON.parse(text);
    expect(results.length).toBeGreaterThan(2);
    expect(results.length).toBeLessThan(20);
    for (const { returnValue } of results) expect(returnValue).toBe("가".repeat(170_000));
  });

  it("answers a run that left something behind, and is another process afterwards", async () => {
    const pid = await warmPid();
    const code = `
import os
def solution(data):
    try:
        os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)
    except OSError:
        os.mkdir("/tmp/left-by-a-case")
    return data
`;
    expect(JSON.parse(await invoke(code, "1"))).toMatchObject({ returnValue: 1 });
    const said = lines.map(parsed).filter((line) => line?.event === "environment.given_up");
    expect(said).toEqual([expect.objectContaining({ level: "WARN", kind: "case" })]);
    expect(JSON.parse(await invoke("def solution(data): return data", "7")).returnValue).toBe(7);
    expect(await warmPid()).not.toBe(pid);
  });

  it("prints nothing that Lambda could not read as a line of JSON", () => {
    expect(lines.filter((line) => parsed(line) === undefined)).toEqual([]);
  });

  async function warmPid(): Promise<number | undefined> {
    await invoke("def solution(data): return data", "1");
    return lambda.environments()[0]?.pid;
  }
});

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
