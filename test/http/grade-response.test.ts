import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

const EMOJI = "😀";

describe("the answer to GRADE_SUBMISSION", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    await world.putProblem({
      problemId: "p",
      title: "Echo",
      title_translated: "메아리",
      finalTestCases: [1, 2, 3].map((n) => ({ input: n, expected_output: n })),
    });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const grade = async (fields: object = {}) =>
    (await world.grade({ userCode: "x", problemId: "p", ...fields })).body;

  /** The executor's outputs, each for the case at its place. */
  const play = (...fields: readonly Record<string, unknown>[]) =>
    lambda.play(() => results(fields.map(output)));

  it("leaves one line with the verdict in the log, for metrics to count", async () => {
    play({ returnValue: 1 }, { returnValue: 0 }, { returnValue: 3 });
    const answer = await world.grade({ userCode: "x", problemId: "p", submissionId: "counted" });
    const lines = world.logLines.filter(
      ({ event, requestId }) =>
        event === "submission.graded" && requestId === answer.headers.get("X-Request-Id"),
    );
    expect(lines).toEqual([
      expect.objectContaining({ submissionId: "counted", status: "WRONG_ANSWER", problemId: "p" }),
    ]);
  });

  it("has the shape of the contract to the letter", async () => {
    play(
      { returnValue: 1, stdout: "hi", executionTimeMs: 50, cpuTimeMs: 40, peakMemoryKb: 14200 },
      { returnValue: 2, executionTimeMs: 123, cpuTimeMs: 20, peakMemoryKb: 14300 },
      { returnValue: 3, stderr: "warn", executionTimeMs: 7, cpuTimeMs: 6, peakMemoryKb: 14400 },
    );
    const answer = await world.grade({ userCode: "x", problemId: "p", submissionId: "shape" });
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
    const accepted = { status: "ACCEPTED", stdout: null, stderr: null };
    expect(answer.body).toStrictEqual({
      submissionId: "shape",
      status: "ACCEPTED",
      executionTime: 0.123,
      results: [
        {
          ...accepted,
          caseNumber: 1,
          executionTime: 0.05,
          stdout: "hi",
          cpuTime: 0.04,
          peakMemoryKb: 14200,
        },
        { ...accepted, caseNumber: 2, executionTime: 0.123, cpuTime: 0.02, peakMemoryKb: 14300 },
        {
          ...accepted,
          caseNumber: 3,
          executionTime: 0.007,
          stderr: "warn",
          cpuTime: 0.006,
          peakMemoryKb: 14400,
        },
      ],
      errorMessage: null,
      executionMode: "GRADE_SUBMISSION_RESULTS",
      problemTitle: "Echo",
      problemTitleTranslated: "메아리",
      score: 100,
      passedCaseCount: 3,
      totalCaseCount: 3,
    });
  });

  it("takes an executor that says nothing beyond the seed", async () => {
    const { signal, reason, cpuTimeMs, peakMemoryKb, stdoutTruncated, stderrTruncated, ...seed } =
      output();
    lambda.play(() => results([1, 2, 3].map((n) => ({ ...seed, returnValue: n }))));
    expect((await grade()).status).toBe("ACCEPTED");
  });

  it.each([
    ["500 characters are whole", "x".repeat(500), "x".repeat(500), "x".repeat(500)],
    ["501 are cut", "x".repeat(501), "x".repeat(500), `${"x".repeat(497)}...`],
    ["500 emoji are whole", EMOJI.repeat(500), EMOJI.repeat(500), EMOJI.repeat(500)],
    ["501 emoji are cut", EMOJI.repeat(501), EMOJI.repeat(500), `${EMOJI.repeat(497)}...`],
    [
      "an emoji at the edge stays whole",
      `${"x".repeat(499)}${EMOJI}y`,
      `${"x".repeat(499)}${EMOJI}`,
      `${"x".repeat(497)}...`,
    ],
    [
      "an emoji at the edge of stderr stays whole",
      `${"x".repeat(496)}${EMOJI}${"y".repeat(9)}`,
      `${"x".repeat(496)}${EMOJI}yyy`,
      `${"x".repeat(496)}${EMOJI}...`,
    ],
  ])("shows 500 characters of a stream: %s", async (_, printed, stdout, stderr) => {
    play({ returnValue: 1, stdout: printed, stderr: printed }, {}, {});
    const [first] = (await grade()).results;
    expect(first).toMatchObject({ status: "ACCEPTED", stdout, stderr });
  });

  it.each([
    [1, 3, 33],
    [2, 3, 67],
    [1, 8, 13],
    [1, 200, 1],
    [1, 201, 0],
    [199, 200, 99],
    [0, 3, 0],
  ])("scores %i of %i with %i", async (passed, total, score) => {
    const problemId = `score-${passed}-${total}`;
    const finalTestCases = Array.from({ length: total }, (_, n) => ({
      input: n < passed,
      expected_output: true,
    }));
    await world.putProblem({ problemId, finalTestCases });
    const body = await grade({ problemId });
    expect(body).toMatchObject({ score, passedCaseCount: passed, totalCaseCount: total });
  });

  it("names the first failing case with up to 100 characters of its fault", async () => {
    const failed = { isSuccessful: false, reason: "EXCEPTION" };
    const stderr = `printed before\n${JSON.stringify({ error: EMOJI.repeat(101) }).replace(":", ": ")}`;
    play({ returnValue: 1 }, { ...failed, stderr }, { ...failed, stderr: "z" });
    const { errorMessage, status } = await grade();
    expect(status).toBe("RUNTIME_ERROR");
    expect(errorMessage).toMatch(/^Failed at test case 2: RUNTIME_ERROR/);
    expect(errorMessage).toContain(EMOJI.repeat(100));
    expect(errorMessage).not.toContain(EMOJI.repeat(101));
    expect(errorMessage).not.toContain("printed");
    expect(errorMessage).not.toMatch(/[\ud800-\udfff]$|z/u);
  });

  it("names the first failing case alone when it wrote no stderr", async () => {
    play({ returnValue: 1 }, { returnValue: 2 }, { returnValue: 4 });
    expect((await grade()).errorMessage).toBe("Failed at test case 3: WRONG_ANSWER");
  });

  const timedOut = { timedOut: true, isSuccessful: false, reason: "WALL_LIMIT" };
  const crashed = { isSuccessful: false, exitCode: 1, reason: "EXCEPTION" };
  const broken = { error: "fork failed", isSuccessful: false, exitCode: -1 };

  it.each([
    ["the first failure's", [{ returnValue: 1 }, timedOut, crashed], "TIME_LIMIT_EXCEEDED"],
    ["the first failure's", [{ returnValue: 0 }, timedOut, crashed], "WRONG_ANSWER"],
    ["the first failure's", [crashed, { returnValue: 2 }, timedOut], "RUNTIME_ERROR"],
    ["INTERNAL_ERROR if any is", [crashed, { returnValue: 2 }, broken], "INTERNAL_ERROR"],
  ])("has for its status %s: case %#", async (_, outputs, status) => {
    play(...outputs);
    expect((await grade()).status).toBe(status);
  });

  it("names the first failing case even when a later one is the executor's fault", async () => {
    play(crashed, { returnValue: 2 }, broken);
    const { errorMessage, results: cases } = await grade();
    expect(errorMessage).toMatch(/^Failed at test case 1: RUNTIME_ERROR/);
    expect(cases[2]).toMatchObject({ status: "INTERNAL_ERROR", reason: "EXECUTOR_ERROR" });
  });

  it("holds a time-out above a failure, and a failure above a right answer", async () => {
    play({ ...timedOut, returnValue: 1 }, { ...crashed, returnValue: 2 }, { returnValue: 3 });
    const statuses = (await grade()).results.map((result: { status: string }) => result.status);
    expect(statuses).toEqual(["TIME_LIMIT_EXCEEDED", "RUNTIME_ERROR", "ACCEPTED"]);
  });

  it.each([
    "EXCEPTION",
    "COMPILE_ERROR",
    "NO_ENTRY_FUNCTION",
    "NO_RESULT",
    "BAD_RETURN_VALUE",
    "SIGNAL",
    "MEMORY_LIMIT",
    "OUTPUT_LIMIT",
    "CPU_LIMIT",
    "WALL_LIMIT",
  ])("passes the reason %s on", async (reason) => {
    play({ ...crashed, reason }, { returnValue: 2 }, { returnValue: 3 });
    const { results: cases } = await grade();
    expect(cases[0].reason).toBe(reason);
    expect(cases[1]).not.toHaveProperty("reason");
  });
});
