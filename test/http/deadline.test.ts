import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  echoFirst,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

/** Three of its seconds are kept back for storing and answering. */
const REQUEST_TIMEOUT_MS = 3500;

describe("the deadline of a grading", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({
      executor: { kind: "endpoint", endpoint: lambda.endpoint },
      settings: {
        requestTimeoutMs: REQUEST_TIMEOUT_MS,
        batchLimits: { concurrentInvocations: 1, payloadBytes: 1e6 },
      },
    });
    const finalTestCases = [1, 2, 3, 4, 5, 6].map((n) => ({ input: n, expected_output: n }));
    await world.putProblem({ problemId: "p", finalTestCases });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  it("leaves what has run and marks what has not, and the submission is stored", async () => {
    lambda.play((invocation) => {
      const isFirst = lambda.invocations.length === 1;
      return isFirst ? echoFirst(2, invocation) : "silence";
    });
    const { status, body } = await world.grade({ userCode: "x", problemId: "p" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "INTERNAL_ERROR", passedCaseCount: 2, totalCaseCount: 6 });
    const unrun = { status: "INTERNAL_ERROR", reason: "DEADLINE", executionTime: 0 };
    expect(body.results).toMatchObject([
      { status: "ACCEPTED" },
      { status: "ACCEPTED" },
      { ...unrun, caseNumber: 3 },
      unrun,
      unrun,
      { ...unrun, caseNumber: 6 },
    ]);
    expect(body.errorMessage).toMatch(/^Failed at test case 3: INTERNAL_ERROR/);
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored).toMatchObject({ status: "INTERNAL_ERROR", results: body.results });
    // What was waiting for its turn is not sent any more.
    expect(lambda.invocations).toHaveLength(2);
  });

  it("is kept while the executor is throttled and says to come back much later", async () => {
    lambda.play(() => ({
      ...throttled(),
      headers: { ...throttled().headers, "Retry-After": "20" },
    }));
    const startedAt = performance.now();
    const { status, body } = await world.grade({ userCode: "x", problemId: "p" });
    expect(performance.now() - startedAt).toBeLessThan(REQUEST_TIMEOUT_MS);
    expect([status, body.results[0].reason]).toEqual([200, "DEADLINE"]);
    await expect(world.storedSubmission(body.submissionId)).resolves.toBeDefined();
  });

  it("marks custom tests that had no time left", async () => {
    lambda.play(() => "silence");
    const { status, body } = await world.grade({
      executionMode: "RUN_CUSTOM_TESTS",
      userCode: "x",
      customTestCases: [1],
    });
    expect(status).toBe(200);
    expect(body.results[0].runCodeOutput).toMatchObject({
      runCodeLambdaError: true,
      errorMessage: expect.stringMatching(/./),
      errorType: expect.stringMatching(/./),
      trace: expect.any(Array),
    });
  });
});
