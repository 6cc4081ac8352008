import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  becomesTrue,
  env,
  isAlive,
  python,
  scratchFolder,
  taskRoot,
  testLambda,
} from "./lambda-fixture.js";

describe("close", () => {
  it("ends every process, idle, busy and replaced ones, and their children", async () => {
    const lambda = await testLambda();
    const report = join(scratchFolder(), "children");
    const seen = [(await lambda.invoke({ do: "pid" })).value() as number];
    await lambda.invoke({ do: "exit", status: 1 });
    await Promise.all([lambda.warm(), lambda.warm()]);
    const busy = lambda.invoke({ do: "leave_children", report }).catch((error: unknown) => error);
    await becomesTrue(() => existsSync(report) && readFileSync(report, "utf8").endsWith("]"));
    seen.push(...(JSON.parse(readFileSync(report, "utf8")) as number[]));
    seen.push(...lambda.environments().map(({ pid }) => pid));
    expect(seen).toHaveLength(5);

    await lambda.close();
    expect(seen.slice(3).filter(isAlive)).toEqual([]);
    await becomesTrue(() => !seen.some(isAlive));
    expect(lambda.environments()).toEqual([]);
    expect(await busy).toMatchObject({ name: "ServiceException" });
  });

  it("answers an invocation whose environment is still starting", async () => {
    const lambda = await testLambda({ handler: "hangs_at_import.lambda_handler" });
    const outcome = lambda.invoke({}).catch((error: unknown) => error);
    await becomesTrue(() => lambda.environments().length === 1);
    await lambda.close();
    expect(await outcome).toMatchObject({
      name: "ServiceException",
      $metadata: { httpStatusCode: 500 },
    });
  });

  it("leaves no listener, and may be called twice", async () => {
    const lambda = await testLambda();
    await lambda.invoke({ do: "pid" });
    await Promise.all([lambda.close(), lambda.close()]);
    await expect(lambda.invoke({ do: "pid" })).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await expect(lambda.warm()).rejects.toMatchObject({ name: "ServiceException" });
  });
});

describe("the death of the process that started it", () => {
  it.each([
    ["idle", undefined],
    ["busy without ever letting go of the interpreter", "hog"],
  ])("ends an environment that is %s", async (_, action) => {
    const started = join(scratchFolder(), "started");
    const options = {
      functionName: "executor",
      python,
      taskRoot,
      handler: "perform.lambda_handler",
      timeoutMs: 60_000,
      maxConcurrency: 1,
      tenantIsolation: false,
    };
    const module = new URL("../../../dev/lambda/local-lambda.ts", import.meta.url).href;
    const program = `
      import { startLocalLambda } from ${JSON.stringify(module)};
      const lambda = await startLocalLambda(${JSON.stringify(options)});
      await lambda.warm();
      console.log(JSON.stringify({ endpoint: lambda.endpoint, pid: lambda.environments()[0].pid }));
    `;
    const parent = spawn(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", program],
      {
        cwd: fileURLToPath(new URL("../../..", import.meta.url)),
        env,
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [line] = (await once(createInterface({ input: parent.stdout }), "line")) as [string];
    const { endpoint, pid } = JSON.parse(line) as { endpoint: string; pid: number };
    if (action !== undefined) {
      const body = JSON.stringify({ do: action, started });
      const url = `${endpoint}/2015-03-31/functions/executor/invocations`;
      fetch(url, { method: "POST", body }).catch(() => "its server is about to die");
      await becomesTrue(() => existsSync(started));
    }
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await becomesTrue(() => !isAlive(pid));
  });
});
