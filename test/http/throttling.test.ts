import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  echo,
  refusal,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

describe("an executor that is throttled", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    const testCase = { input: 1, expected_output: 1 };
    await world.putProblem({ problemId: "one", finalTestCases: [testCase] });
    await world.putProblem({ problemId: "eight", finalTestCases: Array(8).fill(testCase) });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  it("is asked again although many other requests were refused before", async () => {
    lambda.play(throttled);
    const grade = () => world.grade({ userCode: "x", problemId: "one" });
    await Promise.all(Array.from({ length: 40 }, grade));
    lambda.play((invocation) => (lambda.invocations.length === 1 ? throttled() : echo(invocation)));
    expect((await grade()).status).toBe(200);
    expect(lambda.invocations).toHaveLength(2);
  });

  it("is busy by whichever name AWS calls it", async () => {
    lambda.play(() => refusal(502, "EC2ThrottledException"));
    const answer = await world.grade({ userCode: "x", problemId: "eight" });
    expect(answer).toMatchObject({ status: 503, body: { code: "ExecutorBusy" } });
    expect(lambda.invocations).toHaveLength(4);
  });
});
