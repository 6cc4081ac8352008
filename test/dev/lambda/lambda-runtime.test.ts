import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DUMMY_CREDENTIALS } from "../../../dev/lambda/function-identity.js";
import { findPython } from "../../../pack/python.js";
import {
  becomesTrue,
  env,
  isAlive,
  scratchFolder,
  taskRoot,
  testLambda,
} from "./lambda-fixture.js";

const nobody = { uid: 65534, gid: 65534 };

describe("a handler", () => {
  it("gets a context that describes its invocation", async () => {
    const { invoke } = await testLambda({ timeoutMs: 15_000 });
    const context = (await invoke({ do: "context" })).value() as { remaining: number };
    expect(context).toEqual({
      aws_request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      function_name: "executor",
      invoked_function_arn: "arn:aws:lambda:us-east-1:000000000000:function:executor",
      memory_limit_in_mb: "1769",
      remaining: expect.any(Number),
      tenant_id: null,
    });
    expect(context.remaining).toBeGreaterThan(5_000);
    expect(context.remaining).toBeLessThanOrEqual(15_000);
  });

  it("sees Lambda's variables and its function's own, and none of this process", async () => {
    const { invoke } = await testLambda({ environment: { OWN: "1", AWS_REGION: "elsewhere" } });
    const seen = (await invoke({ do: "surroundings" })).value();
    expect(seen).toEqual({
      cwd: taskRoot,
      path: taskRoot,
      environment: {
        ...DUMMY_CREDENTIALS,
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_EXECUTION_ENV: "AWS_Lambda_python3.12",
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "1769",
        AWS_LAMBDA_FUNCTION_NAME: "executor",
        AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
        AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
        AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/executor",
        AWS_LAMBDA_LOG_STREAM_NAME: expect.any(String),
        AWS_LAMBDA_RUNTIME_API: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        AWS_REGION: "us-east-1",
        LAMBDA_TASK_ROOT: taskRoot,
        LANG: "en_US.UTF-8",
        OWN: "1",
        PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
        TZ: ":UTC",
        _HANDLER: "perform.lambda_handler",
        _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=/),
      },
    });
  });

  it.runIf(process.getuid?.() === 0)("runs as the user it was given, without groups", async () => {
    const { path } = findPython(env, nobody);
    const { invoke } = await testLambda({ python: path, user: nobody });
    expect((await invoke({ do: "uid" })).value()).toEqual([nobody.uid, nobody.gid, []]);
  });

  it.each([
    ["bytes as they are", { do: "bytes" }, Buffer.from("not json \xff", "latin1")],
    ["NaN as Python writes it", { do: "nan" }, Buffer.from("NaN")],
    ["text without escapes", { do: "return", value: "é한" }, Buffer.from('"é한"')],
  ])("answers %s", async (_, event, bytes) => {
    const { endpoint } = await testLambda();
    const url = `${endpoint}/2015-03-31/functions/executor/invocations`;
    const response = await fetch(url, { method: "POST", body: JSON.stringify(event) });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it("that raises is a function error with its own frames only, and stays warm", async () => {
    const { invoke } = await testLambda();
    const before = (await invoke({ do: "pid" })).value();
    const outcome = await invoke({ do: "raise", message: "bad luck" });
    expect(outcome).toMatchObject({ status: 200, functionError: "Unhandled" });
    expect(outcome.value()).toEqual({
      errorMessage: "bad luck",
      errorType: "ValueError",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      stackTrace: [expect.stringContaining("lambda_handler"), expect.stringContaining("do_raise")],
    });
    expect((await invoke({ do: "pid" })).value()).toBe(before);
  });

  it("that returns what JSON has no form for is a Runtime.MarshalError", async () => {
    const { invoke } = await testLambda();
    const outcome = await invoke({ do: "set" });
    expect(outcome.functionError).toBe("Unhandled");
    expect(outcome.value()).toMatchObject({
      errorType: "Runtime.MarshalError",
      errorMessage: expect.stringContaining("Unable to marshal response"),
    });
  });

  it("that returns a lone surrogate ends its runtime, which is replaced", async () => {
    const { invoke } = await testLambda();
    const outcome = await invoke({ do: "surrogate" });
    expect(outcome.value()).toMatchObject({
      errorType: "Runtime.ExitError",
      errorMessage: expect.stringMatching(/Runtime exited with error: exit status 1$/),
    });
    expect((await invoke({ do: "return", value: 1 })).value()).toBe(1);
  });

  it("prints to the log, each line under its environment's name", async () => {
    const lines: string[] = [];
    const { invoke, environments } = await testLambda({ log: (line) => lines.push(line) });
    await invoke({ do: "print" });
    const name = `[${environments()[0]?.id.slice(0, 8)}]`;
    await becomesTrue(() => lines.length === 2);
    expect(lines.sort()).toEqual([`${name} on stderr`, `${name} on stdout`]);
  });
});

describe("the Runtime API", () => {
  const request = (method: string, path: string) => ({ do: "request", method, path });

  it("gives the current event again to whoever asks for the next one meanwhile", async () => {
    const { invoke } = await testLambda();
    const event = request("GET", "/invocation/next");
    const seen = (await invoke(event)).value() as { status: number; body: string };
    expect(seen.status).toBe(200);
    expect(JSON.parse(seen.body)).toEqual(event);
  });

  it.each([
    ["POST", "/invocation/not-this-one/response", 400],
    ["POST", "/invocation/not-this-one/error", 400],
    ["POST", "/init/error", 403],
    ["POST", "/invocation/next", 404],
    ["GET", "/invocation/{id}/response", 404],
    ["GET", "/elsewhere", 404],
  ])("answers %s %s during an invocation with %i", async (method, path, status) => {
    const { invoke } = await testLambda();
    expect((await invoke(request(method, path))).value()).toMatchObject({ status });
  });

  it("takes the first answer, refuses the second, and loses the runtime over the third", async () => {
    const { invoke, environments } = await testLambda();
    await invoke({ do: "pid" });
    const [first] = environments();
    const report = join(scratchFolder(), "statuses");
    const outcome = await invoke({ do: "answer_twice", report });
    expect(outcome).toMatchObject({ functionError: undefined, text: '"first"' });
    expect(JSON.parse(readFileSync(report, "utf8"))).toEqual([202, 403]);
    await becomesTrue(() => !isAlive(first?.pid ?? 0));
    expect((await invoke({ do: "pid" })).value()).not.toBe(first?.pid);
  });
});
