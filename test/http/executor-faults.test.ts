import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  echo,
  functionError,
  type Invocation,
  output,
  type Reply,
  refusal,
  results,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

const CULPRIT = 5;
const INPUTS = [1, 2, 3, 4, CULPRIT, 6, 7, 8];

describe("an executor that fails", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    const finalTestCases = INPUTS.map((input) => ({ input, expected_output: input }));
    await world.putProblem({ problemId: "eight", finalTestCases });
    await world.putProblem({ problemId: "one", finalTestCases: finalTestCases.slice(0, 1) });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const grade = (problemId: string, fields: object = {}) =>
    world.grade({ userCode: "x", problemId, ...fields });

  const isAbout = ({ event }: Invocation, input: number) => event.inputs.includes(input);

  const DEATHS: Record<string, (invocation: Invocation) => Reply | "reset"> = {
    "a function error": () => functionError("Sandbox.Timedout", "Task timed out", []),
    "a function error without JSON": () => ({ ...functionError("", ""), body: "killed" }),
    "a fault of the service": () => refusal(500, "ServiceException"),
    "a bad gateway": () => refusal(502, "InvalidRuntimeException"),
    "a refusal": () => refusal(413, "RequestTooLargeException"),
    "a broken connection": () => "reset",
    "text that is no JSON": () => ({ body: "Internal Server Error" }),
    "an empty answer": () => ({ body: "" }),
    "JSON of another shape": () => ({ body: '{"result":[]}' }),
    "results that are no array": () => ({ body: '{"results":{}}' }),
    null: () => ({ body: "null" }),
    "too many results": ({ event }) => results([...event.inputs, 0].map(() => output())),
    "no results at all": () => results([]),
    "the output of a single case": () => ({ body: JSON.stringify(output()) }),
  };

  it.each(Object.keys(DEATHS))("costs only the culprit its verdict: %s", async (name) => {
    const die = DEATHS[name] as (typeof DEATHS)[string];
    lambda.play((invocation) =>
      isAbout(invocation, CULPRIT) ? die(invocation) : echo(invocation),
    );
    const { status, body } = await grade("eight");
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "INTERNAL_ERROR", passedCaseCount: 7, score: 88 });
    expect(body.results[CULPRIT - 1]).toEqual({
      caseNumber: CULPRIT,
      status: "INTERNAL_ERROR",
      reason: "EXECUTOR_ERROR",
      executionTime: 0,
      stdout: null,
      stderr: null,
    });
    expect(body.errorMessage).toMatch(/^Failed at test case 5: INTERNAL_ERROR/);
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored).toMatchObject({ status: "INTERNAL_ERROR", results: body.results });
    // Eight at once, then each alone; the culprit not a third time, but over a new connection.
    const sent = lambda.invocations.map(({ event }) => event.inputs.length);
    const isBroken = name === "a broken connection";
    expect(sent).toEqual(isBroken ? [8, 8, ...Array(9).fill(1)] : [8, ...Array(8).fill(1)]);
  });

  it.each(Object.keys(DEATHS))("is not asked again about a single case: %s", async (name) => {
    lambda.play(DEATHS[name] as (typeof DEATHS)[string]);
    const { body } = await grade("one");
    expect(body.results[0]).toMatchObject({ status: "INTERNAL_ERROR", reason: "EXECUTOR_ERROR" });
    expect(lambda.invocations).toHaveLength(name === "a broken connection" ? 2 : 1);
  });

  it.each<[string, unknown]>([
    ["is null", null],
    ["is text", "fine"],
    ["lacks a return value", { ...output(), returnValue: undefined }],
    ["lacks isSuccessful", { ...output(), isSuccessful: undefined }],
    ["has a text for a number", output({ executionTimeMs: "12" })],
    ["has another reason", output({ isSuccessful: false, reason: "BAD_LUCK" })],
    ["has an error of its own", output({ error: "no fork", isSuccessful: false, exitCode: -1 })],
  ])("costs one case when one result of the answer %s", async (_, nonsense) => {
    lambda.play(({ event }) =>
      results(event.inputs.map((n) => (n === CULPRIT ? nonsense : output({ returnValue: n })))),
    );
    const { body } = await grade("eight");
    expect(body.passedCaseCount).toBe(7);
    expect(body.results[CULPRIT - 1]).toMatchObject({
      status: "INTERNAL_ERROR",
      reason: "EXECUTOR_ERROR",
    });
  });

  it("leaves what it said in the log under the request's id, not with the caller", async () => {
    lambda.play(() =>
      functionError("Runtime.Exit", "at arn:aws:lambda:secret", ["File lambda.py"]),
    );
    const answer = await grade("one");
    expect(answer.text).not.toMatch(/arn:|lambda\.py|Runtime\.Exit/);
    const requestId = answer.headers.get("X-Request-Id");
    const lines = world.logLines.filter((line) => line.requestId === requestId);
    const logged = JSON.stringify(lines.filter((line) => line.event.startsWith("executor.")));
    expect(logged).toContain("arn:aws:lambda:secret");
    expect(logged).toContain("File lambda.py");
  });

  it("is waited for with back-off while it is throttled", async () => {
    lambda.play((invocation) => (lambda.invocations.length < 3 ? throttled() : echo(invocation)));
    const { status, body } = await grade("eight");
    expect([status, body.status]).toEqual([200, "ACCEPTED"]);
    expect(lambda.invocations.map(({ event }) => event.inputs.length)).toEqual([8, 8, 8]);
  });

  it("is called busy when it stays throttled, and nothing is stored", async () => {
    lambda.play(throttled);
    const answer = await grade("eight", { submissionId: "never-ran" });
    expect([answer.status, answer.body.code]).toEqual([503, "ExecutorBusy"]);
    expect(answer.headers.get("Retry-After")).toBe("2");
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("ExecutorBusy");
    expect(lambda.invocations.length).toBeGreaterThan(1);
    expect(lambda.invocations.every(({ event }) => event.inputs.length === 8)).toBe(true);
    await expect(world.storedSubmission("never-ran")).resolves.toBeUndefined();
  });

  it("is called busy for custom tests as well", async () => {
    lambda.play(throttled);
    const custom = {
      executionMode: "RUN_CUSTOM_TESTS",
      customTestCases: [1],
      problemId: undefined,
    };
    const answer = await grade("one", custom);
    expect([answer.status, answer.body.code]).toEqual([503, "ExecutorBusy"]);
  });

  it("fails custom tests case by case", async () => {
    lambda.play((invocation) => (isAbout(invocation, 2) ? "reset" : echo(invocation)));
    const custom = { executionMode: "RUN_CUSTOM_TESTS", customTestCases: [1, 2, 3] };
    const { status, body } = await grade("one", custom);
    expect(status).toBe(200);
    const outputs = body.results.map((result: { runCodeOutput: unknown }) => result.runCodeOutput);
    expect(outputs).toMatchObject([
      { runCodeLambdaError: false, returnValue: 1 },
      { runCodeLambdaError: true, returnValue: null, trace: expect.any(Array) },
      { runCodeLambdaError: false, returnValue: 3 },
    ]);
  });
});

describe("an executor that nobody answers for", () => {
  it("costs every case its verdict, and the submission is stored", async () => {
    const lambda = await startScriptedLambda();
    await lambda.close();
    const world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    try {
      const finalTestCases = [1, 2].map((n) => ({ input: n, expected_output: n }));
      await world.putProblem({ problemId: "p", finalTestCases });
      const { status, body } = await world.grade({ userCode: "x", problemId: "p" });
      expect([status, body.status]).toEqual([200, "INTERNAL_ERROR"]);
      await expect(world.storedSubmission(body.submissionId)).resolves.toBeDefined();
    } finally {
      await world.close();
    }
  });
});
