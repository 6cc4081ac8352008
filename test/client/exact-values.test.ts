import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraderClient } from "../../client/create-grader-client.js";
import type { ExactGraderClient } from "../../client/exact-values.js";
import { startWorld, type World } from "../support/world.js";

const AS_IT_IS = "def solution(value):\n    return value\n";

const WRITTEN = [
  "12345678901234567890",
  "1.0",
  "-0.0",
  '"a, \\"b\\": [1}\\\\"',
  "[]",
  "{}",
  "[[], [[1.50, {}]]]",
  '{"10": 1, "9": {"returnValue": 2, "input": "]"}, "\\u0061": [1e2]}',
  "1e400",
  "[ ]",
  "null",
  '""',
];

describe("a client of exact values", () => {
  let world: World;
  let client: ExactGraderClient;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
    const getIdToken = () => world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "n" });
    client = createGraderClient({ baseUrl: world.url, getIdToken, exactValues: true });
  });
  afterAll(() => world.close());

  it("takes inputs as texts, and gives them back as they were written", async () => {
    const { results } = await client.runCustomTests({
      userCode: AS_IT_IS,
      customTestCases: WRITTEN,
    });
    expect(results.map(({ input }) => input)).toEqual(WRITTEN);
  });

  it("gives return values as texts with every digit that Python wrote", async () => {
    const { results } = await client.runCustomTests({
      userCode: "def solution(value):\n    return [value, 2 ** 100, 1.0, float('nan')]\n",
      customTestCases: ["12345678901234567890", '{"b": 1, "2": 2.50, "1": null}'],
    });
    expect(
      results.map(({ runCodeOutput }) => runCodeOutput.returnValue.replace(/\s/g, "")),
    ).toEqual([
      '[12345678901234567890,1267650600228229401496703205376,1.0,"NaN"]',
      '[{"b":1,"2":2.5,"1":null},1267650600228229401496703205376,1.0,"NaN"]',
    ]);
  });

  it("gives everything else as it always is", async () => {
    const { executionMode, results } = await client.runCustomTests({
      userCode: "def solution(value):\n    print('{\"results\": [1.0]}')\n    return 1 / value\n",
      customTestCases: ["0", "4"],
    });
    expect(executionMode).toBe("RUN_CUSTOM_TESTS_RESULTS");
    const [failed, good] = results.map(({ runCodeOutput }) => runCodeOutput);
    expect(failed).toMatchObject({ reason: "EXCEPTION", exitCode: 1, returnValue: "null" });
    expect(good).toMatchObject({
      stdout: '{"results": [1.0]}\n',
      exitCode: 0,
      returnValue: "0.25",
    });
    expect(good?.executionTimeMs).toBeTypeOf("number");
  });

  it("grades with plain numbers: a whole score equals 100", async () => {
    const finalTestCases = [{ input: 1, expected_output: 1 }];
    await world.putProblem({ problemId: "same", finalTestCases });
    const graded = await client.grade({ problemId: "same", userCode: AS_IT_IS });
    expect(graded.score === 100).toBe(true);
    expect((await client.listSubmissions()).items[0]?.score).toBe(100);
    await expect(client.getSubmission(graded.submissionId)).resolves.toMatchObject({ score: 100 });
  });

  it("takes no inputs, too", async () => {
    const answer = await client.runCustomTests({ userCode: AS_IT_IS, customTestCases: [] });
    expect(answer.results).toEqual([]);
  });

  it.each(["", "1 2", '1], "problemId": ["same"', "{", "NaN", "01", "'a'"])(
    "refuses an input that is not the text of one JSON value, and asks nobody: %s",
    async (text) => {
      const call = client.runCustomTests({ userCode: AS_IT_IS, customTestCases: ["1", text] });
      await expect(call).rejects.toMatchObject({
        name: "GraderError",
        code: "InvalidInput",
        status: 0,
        message: expect.stringMatching(/^Invalid input: customTestCases\.1: ./),
      });
    },
  );
});
