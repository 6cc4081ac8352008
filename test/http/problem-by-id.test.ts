import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["staff"] };

const CHECKER = "def check(input, expected, actual):\n    return 'THE CHECKER' != actual\n";

/** Everything that a problem can say. */
const WHOLE = {
  problemId: "whole",
  title: "Whole",
  title_translated: "전체",
  description: "# What to do",
  description_translated: "# 할 일",
  starterCode: "def add(a, b):\n    ...\n",
  startCode: "the older spelling",
  difficulty: "easy",
  tags: ["sums"],
  languages: ["python3.12"],
  entryFunction: "add",
  argumentStyle: "positional",
  judgeType: "checker",
  checker: CHECKER,
  timeLimitSeconds: 1.5,
  caseVisibility: "hidden",
  groups: [
    { id: "first", points: 30, scoring: "all" },
    { id: "rest", scoring: "sum" },
  ],
  solution: "THE SOLUTION",
  modelSolution: "THE SOLUTION",
  finalTestCases: `[
    {"input": [1, 2.0], "expected_output": 3.0, "visibility": "sample", "name": "Two", "group": "first"},
    {"input": ["OPEN-IN", 2], "expected_output": "OPEN-OUT", "visibility": "open", "group": "first", "points": 2},
    {"input": ["HIDDEN-IN", 2], "expected_output": "HIDDEN-OUT", "name": "Dark", "group": "rest", "points": 0.5},
    {"input": ["HIDDEN-TOO", 12345678901234567890], "expected_output": "HIDDEN-OUT-TOO"}
  ]`,
};

const SHOWN = {
  problemId: "whole",
  title: "Whole",
  title_translated: "전체",
  description: "# What to do",
  description_translated: "# 할 일",
  starterCode: "def add(a, b):\n    ...\n",
  starterCodes: { "python3.12": "def add(a, b):\n    ...\n" },
  difficulty: "easy",
  tags: ["sums"],
  languages: ["python3.12"],
  io: "function",
  entryFunction: "add",
  argumentStyle: "positional",
  judgeType: "checker",
  epsilon: null,
  relativeEpsilon: null,
  timeLimitSeconds: 1.5,
  totalCaseCount: 4,
  caseCounts: { sample: 1, open: 1, hidden: 2 },
  sampleCases: [
    {
      caseNumber: 1,
      name: "Two",
      group: "first",
      points: 10,
      input: "[1, 2.0]",
      expectedOutput: "3.0",
    },
  ],
  groups: [
    { id: "first", scoring: "all", points: 30, caseCount: 2 },
    { id: "rest", scoring: "sum", points: 0.5, caseCount: 1 },
  ],
  totalPoints: 31.5,
  fault: null,
};

describe("GET /problems/:problemId", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await world.putProblem(WHOLE);
  });
  afterAll(() => world.close());

  const read = async (problemId: string, user?: typeof STAFF) => {
    const answer = await getAs(world, `/problems/${encodeURIComponent(problemId)}`, user);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it("shows what a page needs, listed or not, and of the cases only the samples", async () => {
    const answer = await getAs(world, "/problems/whole");
    expect(answer.body).toStrictEqual(SHOWN);
    for (const secret of ["OPEN-", "HIDDEN-", "THE CHECKER", "THE SOLUTION", "Dark"]) {
      expect(answer.text).not.toContain(secret);
    }
  });

  it("shows staff all of it but a solution", async () => {
    const { testCases, checker, testSetHash, warnings, ...shown } = await read("whole", STAFF);
    expect(shown).toStrictEqual(SHOWN);
    expect(checker).toBe(CHECKER);
    expect(testSetHash).toMatch(/^[0-9a-f]{64}$/);
    expect(warnings).toEqual([]);
    const { caseNumber: _, ...sample } = SHOWN.sampleCases[0] ?? expect.fail();
    expect(testCases).toStrictEqual([
      { caseNumber: 1, visibility: "sample", ...sample },
      {
        caseNumber: 2,
        visibility: "open",
        group: "first",
        points: 20,
        input: '["OPEN-IN", 2]',
        expectedOutput: '"OPEN-OUT"',
      },
      {
        caseNumber: 3,
        visibility: "hidden",
        name: "Dark",
        group: "rest",
        points: 0.5,
        input: '["HIDDEN-IN", 2]',
        expectedOutput: '"HIDDEN-OUT"',
      },
      {
        caseNumber: 4,
        visibility: "hidden",
        points: 1,
        input: '["HIDDEN-TOO", 12345678901234567890]',
        expectedOutput: '"HIDDEN-OUT-TOO"',
      },
    ]);
  });

  it("fills in what the author left out", async () => {
    const finalTestCases = [{ input: 1, expected_output: 2 }];
    await world.putProblem({ problemId: "bare", startCode: "x = 1", finalTestCases });
    expect(await read("bare")).toStrictEqual({
      problemId: "bare",
      title: "Title",
      title_translated: "제목",
      description: "",
      description_translated: "",
      starterCode: "x = 1",
      starterCodes: { "python3.12": "x = 1" },
      difficulty: null,
      tags: [],
      languages: ["python3.12", "javascript"],
      io: "function",
      entryFunction: null,
      argumentStyle: "single",
      judgeType: "equal",
      epsilon: null,
      relativeEpsilon: null,
      timeLimitSeconds: 2,
      totalCaseCount: 1,
      caseCounts: { sample: 0, open: 1, hidden: 0 },
      sampleCases: [],
      groups: [],
      totalPoints: null,
      fault: null,
    });
  });

  it.each([
    [{ judgeType: "float_eps" }, ["float_eps", 1e-6, null]],
    [{ judgeType: "float_eps", relativeEpsilon: "1e-9" }, ["float_eps", null, 1e-9]],
    [{ io: "stdio" }, ["tokens", null, null]],
    [{ io: "stdio", epsilon: 0.01 }, ["tokens", 0.01, null]],
    [{ judge_type: "Unordered", epsilon: 0.5 }, ["unordered_equal", null, null]],
  ])("says how answers are compared: %j", async (attributes, judged) => {
    const finalTestCases = [{ input: "1", expected_output: "1" }];
    await world.putProblem({ problemId: "judged", ...attributes, finalTestCases });
    const { judgeType, epsilon, relativeEpsilon } = await read("judged");
    expect([judgeType, epsilon, relativeEpsilon]).toEqual(judged);
  });

  it("shows a program's samples as the text that it reads and writes", async () => {
    await world.putProblem({
      problemId: "program",
      io: "stdio",
      caseVisibility: "sample",
      finalTestCases: [{ input: "1 2\n", expected_output: "3\n" }],
    });
    expect((await read("program")).sampleCases).toEqual([
      { caseNumber: 1, input: "1 2\n", expectedOutput: "3\n" },
    ]);
  });

  it("cuts a sample's values to 2,000 characters for students, and not for staff", async () => {
    const input = "😀".repeat(3000);
    await world.putProblem({
      problemId: "long",
      finalTestCases: [{ input, expected_output: 1, visibility: "sample" }],
    });
    const [sample] = (await read("long")).sampleCases;
    expect(sample.input).toBe(`"${"😀".repeat(1999)}`);
    expect((await read("long", STAFF)).testCases[0].input).toBe(JSON.stringify(input));
  });

  it("refuses to send more than fits an answer", async () => {
    const cases = Array.from({ length: 6 }, () => ({
      input: "x".repeat(1024 * 1024),
      expected_output: 1,
    }));
    const finalTestCases = new Uint8Array(gzipSync(JSON.stringify(cases)));
    await world.putProblem({ problemId: "huge", finalTestCases });
    const answer = await getAs(world, "/problems/huge", STAFF);
    expect([answer.status, answer.body.code]).toEqual([413, "ResponseTooLarge"]);
    expect((await read("huge")).totalCaseCount).toBe(6);
  });

  it.each(["none", "가", "a/b", "%", "..%2f", "x".repeat(2049)])(
    "knows no problem %j",
    async (problemId) => {
      const answer = await getAs(world, `/problems/${encodeURIComponent(problemId)}`);
      expect([answer.status, answer.body.code]).toEqual([404, "ProblemNotFound"]);
    },
  );

  it("asks for a token", async () => {
    expect((await world.request("/problems/whole")).status).toBe(401);
  });

  it("takes GET alone", async () => {
    const answer = await world.request("/problems/whole", { method: "PUT" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, OPTIONS"]);
  });
});
