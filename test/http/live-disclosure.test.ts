import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startLive, type Told } from "../support/http/live-answer.js";
import { startWorld, type World } from "../support/world.js";

const SUBMISSION = { userCode: "x", problemId: "p" };
const OWNER = { sub: "owner", nickname: "Owner" };
const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["staff"] };
const SECRET = "secret-of-the-tests";

let lambda: ScriptedLambda;
let world: World;
beforeAll(async () => {
  lambda = await startScriptedLambda();
  world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
});
afterEach(() => lambda.play());
afterAll(async () => {
  await world.close();
  await lambda.close();
});

/** The cases as they were told, and the whole answer behind them. */
async function toldTo(student: typeof OWNER) {
  const events = await (await startLive(world, SUBMISSION, { student })).rest();
  const [started, ...cases] = events;
  const { event, ...graded } = cases.pop();
  expect([started.event, event]).toEqual(["started", "graded"]);
  expect(started.totalCaseCount).toBe(graded.totalCaseCount);
  const told: Told[] = cases.map(({ event: _, ...one }) => one);
  told.sort((one, other) => one.caseNumber - other.caseNumber);
  return { cases: told, graded, text: JSON.stringify(events) };
}

describe("a case that is told live", () => {
  it("shows what the whole answer shows of it: of a hidden one nothing, and all of it to staff", async () => {
    const finalTestCases = [
      { input: 1, expected_output: 1, visibility: "sample" },
      { input: 2, expected_output: 2 },
      { input: SECRET, expected_output: SECRET, visibility: "hidden" },
    ];
    await world.putProblem({ problemId: "p", finalTestCases });
    lambda.play(({ event }) =>
      results(
        event.inputs.map((input) => output({ returnValue: 1, stdout: `was given ${input}` })),
      ),
    );
    const { cases, graded, text } = await toldTo(OWNER);
    expect(cases).toEqual(graded.results);
    expect(cases[1].stdout).toBe("was given 2");
    expect(text).not.toContain(SECRET);
    const whole = await toldTo(STAFF);
    expect(whole.cases).toEqual(whole.graded.results);
    expect(whole.cases[2]).toMatchObject({
      stdout: `was given ${SECRET}`,
      expectedOutput: `"${SECRET}"`,
    });
  });

  it("has been checked where the problem's author has a program for that", async () => {
    const finalTestCases = [1, 2].map((input) => ({ input, expected_output: input }));
    const checker = "def check(input, expected, actual): return 1";
    await world.putProblem({ problemId: "p", judgeType: "checker", checker, finalTestCases });
    lambda.play(({ event, headers }) => {
      const isChecker = String(headers["x-amz-tenant-id"]).startsWith("checker/");
      const verdicts = [true, { score: 0.5, message: "Half of it." }];
      return results(
        (isChecker ? verdicts : event.inputs).map((returnValue) => output({ returnValue })),
      );
    });
    const { cases, graded } = await toldTo(OWNER);
    expect(cases).toEqual(graded.results);
    expect(cases).toMatchObject([
      { status: "ACCEPTED" },
      { status: "WRONG_ANSWER", message: "Half of it." },
    ]);
  });
});

describe("where there is no case", () => {
  it("none is told: of a problem that cannot be used, whose submission is stored", async () => {
    await world.putProblem({ problemId: "p", finalTestCases: [] });
    const { cases, graded } = await toldTo(OWNER);
    expect([cases, graded.status, graded.totalCaseCount]).toEqual([[], "INTERNAL_ERROR", 0]);
    expect(await world.storedSubmission(graded.submissionId)).toMatchObject({
      status: "INTERNAL_ERROR",
    });
  });

  it("none is told: of custom tests without any", async () => {
    const custom = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x", customTestCases: [] };
    expect(await (await startLive(world, custom)).rest()).toEqual([
      { event: "started", totalCaseCount: 0 },
      { event: "ran", executionMode: "RUN_CUSTOM_TESTS_RESULTS", results: [] },
    ]);
  });
});
