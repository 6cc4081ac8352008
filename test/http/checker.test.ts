import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  functionError,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

describe("a problem whose author's program checks its answers", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    const finalTestCases = [
      { input: 1, expected_output: "one", visibility: "sample" },
      { input: 2, expected_output: "two" },
      { input: 3, expected_output: "three", visibility: "hidden" },
    ];
    const checker = "def check(input, expected, actual): return 1";
    await world.putProblem({ problemId: "p", judgeType: "checker", checker, finalTestCases });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const isChecker = (headers: Readonly<Record<string, unknown>>) =>
    String(headers["x-amz-tenant-id"]).startsWith("checker/");

  /** The student's code returns its input; the checker says this of each answer. */
  const checkedAs = (...answers: unknown[]) =>
    lambda.play(({ event, headers }) => {
      const values = isChecker(headers) ? answers : event.inputs;
      return results(values.map((returnValue) => output({ returnValue })));
    });

  const grade = async () => (await world.grade({ userCode: "x", problemId: "p" })).body;

  it("takes what it says, with its part of the points and its words", async () => {
    checkedAs(true, { score: 0.5, message: "Half of it." }, { score: 0.25, message: "Secret." });
    const { status, score, results: cases } = await grade();
    expect([status, score]).toEqual(["WRONG_ANSWER", 58]);
    const told = cases.map((one: Record<string, unknown>) => [one.status, one.message]);
    expect(told).toEqual([
      ["ACCEPTED", undefined],
      ["WRONG_ANSWER", "Half of it."],
      ["WRONG_ANSWER", undefined],
    ]);
  });

  it("is accepted where it says so of every answer", async () => {
    checkedAs(1, 1.0, { score: 1 });
    expect(await grade()).toMatchObject({ status: "ACCEPTED", score: 100, passedCaseCount: 3 });
  });

  it("runs it as a tenant of its own, and never shows the code an expected output", async () => {
    checkedAs(1, 1, 1);
    await grade();
    const [ofStudent, ofChecker] = [false, true].map((checks) =>
      lambda.invocations.filter(({ headers }) => isChecker(headers) === checks),
    );
    expect(ofStudent?.map(({ event }) => event.code_to_execute)).toEqual(["x"]);
    expect(ofStudent?.map(({ payload }) => payload).join()).not.toContain("one");
    expect(ofChecker?.map(({ event }) => event.inputs)).toEqual([
      [
        [1, "one", 1],
        [2, "two", 2],
        [3, "three", 3],
      ],
    ]);
  });

  it("asks it of nothing where the code did not return", async () => {
    lambda.play(({ event }) =>
      results(event.inputs.map(() => output({ isSuccessful: false, reason: "EXCEPTION" }))),
    );
    expect((await grade()).status).toBe("RUNTIME_ERROR");
    expect(lambda.invocations.some(({ headers }) => isChecker(headers))).toBe(false);
  });

  it("is nobody's wrong answer where it fails, dies or says anything else; the log says why", async () => {
    checkedAs(true, "good", 2);
    const { status, results: cases } = await grade();
    expect(status).toBe("INTERNAL_ERROR");
    expect(cases.map(({ reason }: { reason?: string }) => reason)).toEqual([
      undefined,
      "CHECKER_ERROR",
      "CHECKER_ERROR",
    ]);
    expect(world.logLines.filter(({ event }) => event === "checker.failed")).toHaveLength(2);
    lambda.play(({ event, headers }) =>
      isChecker(headers)
        ? functionError("Runtime.ExitError", "died")
        : results(event.inputs.map((returnValue) => output({ returnValue }))),
    );
    expect((await grade()).results[0]).toMatchObject({
      status: "INTERNAL_ERROR",
      reason: "CHECKER_ERROR",
    });
  });
});
