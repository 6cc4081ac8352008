import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  echo,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe("cases on their way to the executor", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({
      executor: { kind: "endpoint", endpoint: lambda.endpoint },
      settings: {
        batchLimits: { casesPerInvocation: 8, concurrentInvocations: 3, payloadBytes: 64 * 1024 },
      },
    });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  async function gradeInputs(inputs: readonly unknown[], user?: { sub: string; nickname: string }) {
    const finalTestCases = inputs.map((input) => ({ input, expected_output: input }));
    await world.putProblem({ problemId: "batch", timeLimitSeconds: 3, finalTestCases });
    return world.grade({ userCode: "print('코드')", problemId: "batch" }, user);
  }

  const sizes = () => lambda.invocations.map(({ event }) => event.inputs.length).sort();

  it("go 8 to an invocation", async () => {
    const { body } = await gradeInputs(numbers(20));
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 20 });
    expect(sizes()).toEqual([4, 8, 8]);
  });

  it("go in one invocation when there are 8, in two when there are 9", async () => {
    await gradeInputs(numbers(8));
    expect(sizes()).toEqual([8]);
    lambda.play();
    await gradeInputs(numbers(9));
    expect(sizes()).toEqual([1, 8]);
  });

  it("go in no more invocations at once than the setting says, but in as many", async () => {
    const waiting: (() => void)[] = [];
    lambda.play(async (invocation) => {
      await new Promise<void>((resume) => {
        waiting.push(resume);
        // Each wave goes on once it is full: the last of 8 invocations has but two.
        const isFull = waiting.length === 3 || lambda.invocations.length === 8;
        if (isFull) for (const goOn of waiting.splice(0)) goOn();
      });
      return echo(invocation);
    });
    const { body } = await gradeInputs(numbers(64));
    expect(body.passedCaseCount).toBe(64);
    expect(lambda.invocations).toHaveLength(8);
    expect(lambda.mostAtOnce).toBe(3);
  });

  it("come back in the order of the problem, whichever is done first", async () => {
    let release = () => {};
    const secondIsDone = new Promise<void>((done) => {
      release = done;
    });
    lambda.play(async ({ event }) => {
      if (event.inputs[0] === 0) await secondIsDone;
      else release();
      return results(event.inputs.map((n) => output({ returnValue: n, stdout: `case ${n}` })));
    });
    const { body } = await gradeInputs(numbers(16));
    expect(body.results.map((result: { stdout: string }) => result.stdout)).toEqual(
      numbers(16).map((n) => `case ${n}`),
    );
    expect(body.results.map((result: { caseNumber: number }) => result.caseNumber)).toEqual(
      numbers(16).map((n) => n + 1),
    );
  });

  it("are split so that no payload reaches the limit, non-ASCII counted in bytes", async () => {
    const { body } = await gradeInputs(numbers(6).map((n) => `${n}${"가".repeat(9000)}`));
    expect(body.passedCaseCount).toBe(6);
    expect(sizes()).toEqual([2, 2, 2]);
    for (const { payload } of lambda.invocations) {
      expect(Buffer.byteLength(payload)).toBeLessThan(64 * 1024);
    }
  });

  it("travel with what the contract says, and in the author's own text", async () => {
    const inputs = ['{"10":1.0,"9":1e400}', "12345678901234567890", '"\\ud800 \\u0041"', "-0"];
    const cases = inputs.map((input, n) => `{"input": ${input} ,"expected_output":"secret-${n}"}`);
    const finalTestCases = `[${cases.join(",\n")}]`;
    await world.putProblem({ problemId: "batch", time_limit_seconds: "1.5", finalTestCases });
    await world.grade({ userCode: "print('코드')", problemId: "batch", language: "python" });
    const [invocation] = lambda.invocations;
    expect(invocation?.payload).toContain(`"inputs":[${inputs.join(",")}]`);
    expect(invocation?.event).toMatchObject({
      code_to_execute: "print('코드')",
      timeout_ms: 1500,
      language: "python3.12",
    });
  });

  it("travel without what is expected of them", async () => {
    const finalTestCases = [{ input: 1, expected_output: "only-the-judge-knows" }];
    await world.putProblem({ problemId: "batch", finalTestCases });
    const answer = await world.grade({ userCode: "x", problemId: "batch" });
    const seen = lambda.invocations.map(
      ({ payload, headers }) => payload + JSON.stringify(headers),
    );
    expect(seen).toHaveLength(1);
    expect(seen.join()).not.toContain("only-the-judge-knows");
    expect(answer.text).not.toContain("only-the-judge-knows");
  });

  it("of a custom test travel in the client's own text", async () => {
    const sent = '{"10":1.0,"9":[2 ,3]}';
    await world.grade(
      `{"executionMode":"RUN_CUSTOM_TESTS","userCode":"x","customTestCases":[ ${sent} ,1e400]}`,
    );
    expect(lambda.invocations[0]?.payload).toContain(`"inputs":[${sent},1e400]`);
  });

  it("carry the user as their tenant in every invocation", async () => {
    await gradeInputs(numbers(17), { sub: "tenant-7", nickname: "n" });
    const tenants = lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"]);
    expect(tenants).toEqual(["tenant-7", "tenant-7", "tenant-7"]);
  });

  it("are asked for again when an answer has fewer results", async () => {
    lambda.play(({ event }) =>
      results(event.inputs.slice(0, 3).map((n) => output({ returnValue: n }))),
    );
    const { body } = await gradeInputs(numbers(8));
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 8 });
    expect(lambda.invocations.map(({ event }) => event.inputs)).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [3, 4, 5, 6, 7],
      [6, 7],
    ]);
  });
});
