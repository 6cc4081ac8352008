import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  echo,
  functionError,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

const MIB = 1024 * 1024;
const STREAM = 64 * 1024;

describe("RUN_CUSTOM_TESTS", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    await world.putProblem({ problemId: "slow", timeLimitSeconds: 7, finalTestCases: [] });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const run = (fields: object = {}) =>
    world.grade({
      executionMode: "RUN_CUSTOM_TESTS",
      userCode: "x",
      customTestCases: [{ value: 5 }, "둘"],
      ...fields,
    });

  it("answers in the shape of the contract to the letter", async () => {
    const outputs = [
      output({ returnValue: { a: [1] }, stdout: "hi", executionTimeMs: 12, signal: null }),
      output({ isSuccessful: false, exitCode: 1, stderr: "boom", reason: "EXCEPTION" }),
    ];
    lambda.play(() => results(outputs));
    const answer = await run();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
    expect(answer.body).toStrictEqual({
      executionMode: "RUN_CUSTOM_TESTS_RESULTS",
      results: [
        {
          caseIdentifier: "Custom Case 1",
          input: { value: 5 },
          runCodeOutput: { ...outputs[0], runCodeLambdaError: false },
        },
        {
          caseIdentifier: "Custom Case 2",
          input: "둘",
          runCodeOutput: { ...outputs[1], runCodeLambdaError: false },
        },
      ],
    });
  });

  it("takes a case of any kind, none included", async () => {
    const customTestCases = [null, false, 0, "", [], {}, [[1]], 1.5];
    const { body } = await run({ customTestCases });
    expect(body.results.map((result: { input: unknown }) => result.input)).toEqual(customTestCases);
    expect((await run({ customTestCases: [] })).body).toEqual({
      executionMode: "RUN_CUSTOM_TESTS_RESULTS",
      results: [],
    });
  });

  it("shows streams whole, beyond the 500 characters of a graded case", async () => {
    lambda.play(() => results([output({ stdout: "x".repeat(STREAM) }), output()]));
    const { body } = await run();
    expect(body.results[0].runCodeOutput.stdout).toHaveLength(STREAM);
  });

  it("gives each case 2 seconds without a problem, and the problem's limit with one", async () => {
    await run();
    expect(lambda.invocations[0]?.event.timeout_ms).toBe(2000);
    lambda.play();
    expect((await run({ problemId: "slow" })).status).toBe(200);
    expect(lambda.invocations[0]?.event.timeout_ms).toBe(7000);
  });

  it("knows no problem that is not there", async () => {
    const answer = await run({ problemId: "none" });
    expect([answer.status, answer.body.code]).toEqual([404, "ProblemNotFound"]);
    expect(lambda.invocations).toEqual([]);
  });

  it("stores nothing", async () => {
    await run({ problemId: "slow", submissionId: "custom" });
    await expect(world.storedSubmission("custom")).resolves.toBeUndefined();
  });

  it("says so of a case that the executor failed, and of no other", async () => {
    lambda.play((invocation) =>
      invocation.payload.includes("둘")
        ? functionError("Runtime.ExitError", "RequestId: 1 Error: exit 1 of arn:aws:lambda:x", [
            "  File /var/task/secret.py",
          ])
        : echo(invocation),
    );
    const { status, headers, text, body } = await run();
    expect(status).toBe(200);
    expect(body.results[0].runCodeOutput).toMatchObject({
      runCodeLambdaError: false,
      returnValue: { value: 5 },
    });
    const failed = body.results[1].runCodeOutput;
    expect(failed).toMatchObject({
      runCodeLambdaError: true,
      errorMessage: expect.stringMatching(/./),
      errorType: expect.stringMatching(/./),
      trace: expect.any(Array),
      isSuccessful: false,
      returnValue: null,
      stdout: "",
      stderr: "",
      timedOut: false,
    });
    for (const field of Object.keys(output())) expect(failed).toHaveProperty(field);
    expect(text).not.toMatch(/arn:|var\/task/);
    const requestId = headers.get("X-Request-Id");
    const failure = world.logLines.find(
      (line) => line.event.startsWith("executor.") && line.requestId === requestId,
    );
    expect(JSON.stringify(failure)).toContain("/var/task/secret.py");
  });

  it("counts an executor's own error as one that failed", async () => {
    lambda.play(() => results([output(), output({ error: "no fork", isSuccessful: false })]));
    const { body } = await run();
    expect(body.results[1].runCodeOutput.runCodeLambdaError).toBe(true);
  });

  it("is not cut while the answer stays under 5 MiB", async () => {
    // One stream of 64 KiB in each of 75 cases: 4.7 MiB.
    lambda.play(({ event }) =>
      results(event.inputs.map(() => output({ stdout: "x".repeat(STREAM) }))),
    );
    const { status, body } = await run({ customTestCases: Array(75).fill(0) });
    expect(status).toBe(200);
    for (const { runCodeOutput } of body.results) {
      expect(runCodeOutput.stdout).toHaveLength(STREAM);
      expect(runCodeOutput.stdoutTruncated).toBe(false);
    }
  });

  it("is cut to 4 KiB a stream and flagged when the answer would exceed 5 MiB", async () => {
    const printed = "가".repeat(STREAM / 4);
    lambda.play(({ event }) =>
      results(
        event.inputs.map((input) =>
          output({ stdout: printed, stderr: input === 0 ? "short" : printed, returnValue: "kept" }),
        ),
      ),
    );
    const { status, text, body } = await run({ customTestCases: [0, ...Array(99).fill(1)] });
    expect(status).toBe(200);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5 * MIB);
    const [first, second] = body.results.map(
      (result: { runCodeOutput: unknown }) => result.runCodeOutput,
    );
    const cut = "가".repeat(Math.floor(4096 / 3));
    expect(first).toMatchObject({ stdout: cut, stdoutTruncated: true, returnValue: "kept" });
    expect(first).toMatchObject({ stderr: "short", stderrTruncated: false });
    expect(second).toMatchObject({ stderr: cut, stderrTruncated: true });
  });

  it("asks to run fewer cases when even the cut answer would exceed 5 MiB", async () => {
    lambda.play(({ event }) =>
      results(event.inputs.map(() => output({ returnValue: "x".repeat(500 * 1024) }))),
    );
    const answer = await run({ customTestCases: Array(11).fill(0) });
    expect([answer.status, answer.body.code]).toEqual([413, "ResponseTooLarge"]);
    expect(answer.body.error).toMatch(/run fewer cases/);
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("ResponseTooLarge");
  });
});
