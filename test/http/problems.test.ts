import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ScriptedLambda, startScriptedLambda } from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

describe("a stored problem", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  /** Grades against an item that holds just this; the executor returns every input. */
  async function gradeAgainst(fields: Record<string, unknown>) {
    const Item = { problemId: "p", title: "T", title_translated: "제목", ...fields };
    const put = new PutCommand({ TableName: world.stack.tables.problems, Item });
    await world.stack.documents.send(put);
    const answer = await world.grade({ userCode: "x", problemId: "p" });
    expect(answer.status).toBe(200);
    const stored = await world.storedSubmission(answer.body.submissionId);
    const ofRequest = answer.headers.get("X-Request-Id");
    const lines = world.logLines.filter((line) => line.requestId === ofRequest);
    return { body: answer.body, stored, logged: lines.map((line) => line.event) };
  }

  const NONE = "No test cases found for this problem.";

  it.each([
    ["has no cases at all", undefined, NONE],
    ["has empty text for cases", "", NONE],
    ["has an empty array", "[]", NONE],
    ["has an object with an empty array", '{"finalTestCases":[]}', NONE],
    ["has an object without cases", "{}", NONE],
    ["has null for cases", "null", NONE],
    ["has malformed JSON", '[{"input":1', /./],
    ["has malformed JSON inside its text", '{"finalTestCases":"[1,"}', /./],
    ["has a number for cases", "5", /./],
    ["has cases that are no objects", "[1,2]", /./],
    ["has null among its cases", '[{"input":1,"expected_output":1},null]', /./],
  ])("that %s is nobody's wrong answer", async (_, finalTestCases, errorMessage) => {
    const { body, stored, logged } = await gradeAgainst({ finalTestCases });
    expect(body).toMatchObject({
      status: "INTERNAL_ERROR",
      results: [],
      score: 0,
      passedCaseCount: 0,
      totalCaseCount: 0,
      executionTime: 0,
      problemTitle: "T",
      problemTitleTranslated: "제목",
      errorMessage: expect.stringMatching(errorMessage),
    });
    expect(stored).toMatchObject({
      status: "INTERNAL_ERROR",
      errorMessage: body.errorMessage,
      results: [],
      score: 0,
    });
    expect(logged).toContain("problem.unusable");
    expect(lambda.invocations).toEqual([]);
  });

  const CASES =
    '[{"input":1.0,"expected_output":1,"name":"extra"},{"input":[2],"expected_output":[2]}]';

  it.each([
    ["an array", CASES],
    ["an object around the array", `{"note":"x","finalTestCases":${CASES}}`],
    ["an object around the array's text", JSON.stringify({ finalTestCases: CASES })],
    ["spread over lines", `\n [ ${CASES.slice(1, -1).replace("},{", "}\n,\n{")} ] \n`],
  ])("may have its cases as %s", async (_, finalTestCases) => {
    const { body } = await gradeAgainst({ finalTestCases });
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 2 });
    expect(lambda.invocations[0]?.payload).toContain('"inputs":[1.0,[2]]');
  });

  it("has null for an input where a case names none", async () => {
    const { body } = await gradeAgainst({
      finalTestCases: '[{"expected_output":null},{"input":1,"expected_output":null}]',
    });
    expect(lambda.invocations[0]?.event.inputs).toEqual([null, 1]);
    const statuses = body.results.map((result: { status: string }) => result.status);
    expect(statuses).toEqual(["ACCEPTED", "WRONG_ANSWER"]);
  });

  it("runs nothing where a case does not say what it expects, and names the case", async () => {
    const { body } = await gradeAgainst({
      finalTestCases: '[{"input":1,"expected_output":1},{"input":1,"expectedOutput":1}]',
    });
    expect(lambda.invocations).toEqual([]);
    expect(body).toMatchObject({
      status: "INTERNAL_ERROR",
      errorMessage: "Test case 2 of this problem has no expected_output.",
      score: 0,
    });
  });

  it.each([
    [{}, 2000],
    [{ timeLimitSeconds: 1.5 }, 1500],
    [{ time_limit_seconds: 3 }, 3000],
    [{ timeLimitSeconds: 4, time_limit_seconds: 3 }, 4000],
    [{ timeLimitSeconds: "2.5" }, 2500],
    [{ time_limit_seconds: "5" }, 5000],
    [{ timeLimitSeconds: 0.01 }, 100],
    [{ timeLimitSeconds: 0 }, 100],
    [{ timeLimitSeconds: -3 }, 100],
    [{ timeLimitSeconds: 15 }, 15_000],
    [{ timeLimitSeconds: 60 }, 15_000],
    [{ timeLimitSeconds: "1e9" }, 15_000],
    [{ timeLimitSeconds: "soon" }, 2000],
    [{ timeLimitSeconds: true }, 2000],
  ])("sets the time limit of a case: %j is %i ms", async (setting, timeoutMs) => {
    await gradeAgainst({ ...setting, finalTestCases: CASES });
    expect(lambda.invocations[0]?.event.timeout_ms).toBe(timeoutMs);
  });

  const SHUFFLED = '[{"input":[2,1],"expected_output":[1,2]}]';

  it.each([
    [{}, "WRONG_ANSWER"],
    [{ judgeType: "unordered_equal" }, "ACCEPTED"],
    [{ judge_type: "unordered_equal" }, "ACCEPTED"],
    [{ judgeType: "equal", judge_type: "unordered_equal" }, "WRONG_ANSWER"],
    [{ judgeType: "unordered_equal", judge_type: "equal" }, "ACCEPTED"],
  ])("chooses how answers are compared: %j is %s", async (setting, status) => {
    const { body, logged } = await gradeAgainst({ ...setting, finalTestCases: SHUFFLED });
    expect(body.status).toBe(status);
    expect(logged).not.toContain("problem.warning");
  });

  it.each(["fuzzy", "", 5])("is compared by equality, and logged, for judge %j", async (judge) => {
    const { body, logged } = await gradeAgainst({ judgeType: judge, finalTestCases: SHUFFLED });
    expect(body.status).toBe("WRONG_ANSWER");
    expect(logged).toContain("problem.warning");
  });

  const NEAR = '[{"input":1.0000009,"expected_output":1}]';
  const FAR = '[{"input":1.0000011,"expected_output":1}]';

  it.each([
    [{}, NEAR, "ACCEPTED"],
    [{}, FAR, "WRONG_ANSWER"],
    [{ epsilon: 0.01 }, FAR, "ACCEPTED"],
    [{ epsilon: "1e-2" }, FAR, "ACCEPTED"],
    [{ epsilon: 0 }, NEAR, "WRONG_ANSWER"],
    [{ epsilon: 0.1 }, '[{"input":0.3,"expected_output":0.2}]', "ACCEPTED"],
  ])("has an epsilon: with %j, %s is %s", async (setting, finalTestCases, status) => {
    const item = { judgeType: "float_eps", ...setting, finalTestCases };
    const { body, logged } = await gradeAgainst(item);
    expect(body.status).toBe(status);
    expect(logged).not.toContain("problem.warning");
  });

  it.each([-1, "small", "NaN", "Infinity", "1e400", true, ""])(
    "has 1e-6 for an epsilon of %j, and that is logged",
    async (epsilon) => {
      const setting = { judgeType: "float_eps", epsilon };
      const near = await gradeAgainst({ ...setting, finalTestCases: NEAR });
      const far = await gradeAgainst({ ...setting, finalTestCases: FAR });
      expect([near.body.status, far.body.status]).toEqual(["ACCEPTED", "WRONG_ANSWER"]);
      expect(near.logged).toContain("problem.warning");
    },
  );
});
