import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  echoFirst,
  type Invocation,
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
        batchLimits: { concurrentInvocations: 3, payloadBytes: 64 * 1024 },
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

  const slowly = ({ event }: Invocation) =>
    results([output({ returnValue: event.inputs[0], executionTimeMs: 1000 })]);

  const sizes = () => lambda.invocations.map(({ event }) => event.inputs.length).sort();

  it("go in one invocation when they are quick, with a quarter of a second for them", async () => {
    const { body } = await gradeInputs(numbers(20));
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 20 });
    expect(sizes()).toEqual([20]);
    expect(lambda.invocations[0]?.event.budget_ms).toBe(250);
  });

  it("go in no more invocations at once than the setting says, but in as many", async () => {
    const waiting: (() => void)[] = [];
    lambda.play(async (invocation) => {
      // One case, of a second: each of the others gets an invocation of its own.
      if (lambda.invocations.length === 1) return slowly(invocation);
      await new Promise<void>((resume) => {
        waiting.push(resume);
        // Each wave goes on once it is full.
        if (waiting.length === 3) for (const goOn of waiting.splice(0)) goOn();
      });
      return slowly(invocation);
    });
    const { body } = await gradeInputs(numbers(13));
    expect(body.passedCaseCount).toBe(13);
    expect(lambda.invocations).toHaveLength(13);
    expect(lambda.mostAtOnce).toBe(3);
  });

  it("come back in the order of the problem, whichever is done first", async () => {
    let release = () => {};
    const secondIsDone = new Promise<void>((done) => {
      release = done;
    });
    lambda.play(async ({ event }) => {
      const isFirst = lambda.invocations.length === 1;
      if (isFirst) return results([output({ returnValue: 0, stdout: "case 0" })]);
      if (event.inputs[0] === 1) await secondIsDone;
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

  it("are told as an endless loop once ten have exceeded their time, and the rest is not run", async () => {
    const timesOut = { timedOut: true, isSuccessful: false, executionTimeMs: 3000 };
    lambda.play(() => results([output({ ...timesOut, reason: "CPU_LIMIT" })]));
    const { body } = await gradeInputs(numbers(40));
    expect(lambda.invocations).toHaveLength(10);
    expect(body).toMatchObject({
      status: "TIME_LIMIT_EXCEEDED",
      executionTime: 3,
      errorMessage: "Failed at test case 1: TIME_LIMIT_EXCEEDED",
    });
    const status = "TIME_LIMIT_EXCEEDED";
    const ran = { status, reason: "CPU_LIMIT", executionTime: 3 };
    const notRun = { status, reason: "NOT_RUN", executionTime: 0, stdout: null, stderr: null };
    expect(body.results).toMatchObject([...Array(10).fill(ran), ...Array(30).fill(notRun)]);
    expect((await world.storedSubmission(body.submissionId))?.results).toEqual(body.results);
  });

  it("of custom tests are run however many exceed their time", async () => {
    lambda.play(() => results([output({ timedOut: true, isSuccessful: false })]));
    const custom = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x" };
    await world.grade({ ...custom, customTestCases: numbers(12) });
    expect(lambda.invocations).toHaveLength(12);
  });

  it("are not sent again to find out that the source does not compile", async () => {
    const fault = { isSuccessful: false, exitCode: 1, reason: "COMPILE_ERROR" };
    lambda.play(() => results([output(fault)]));
    const { body } = await gradeInputs(numbers(40));
    expect(lambda.invocations).toHaveLength(1);
    const verdict = { status: "RUNTIME_ERROR", reason: "COMPILE_ERROR" };
    expect(body.results).toMatchObject(Array(40).fill(verdict));
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
    lambda.play((invocation) => echoFirst(1, invocation));
    await gradeInputs(numbers(3), { sub: "tenant-7", nickname: "n" });
    const tenants = lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"]);
    expect(tenants).toEqual(["tenant-7", "tenant-7", "tenant-7"]);
  });

  it("are asked for again when an answer has fewer results", async () => {
    lambda.play((invocation) => echoFirst(3, invocation));
    const { body } = await gradeInputs(numbers(8));
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 8 });
    expect(lambda.invocations.map(({ event }) => event.inputs)).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [3, 4, 5, 6, 7],
      [6],
      [7],
    ]);
  });
});
