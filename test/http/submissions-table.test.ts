import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

const INDEXES = {
  ProblemIdSubmissionTimeIndex: "problemId",
  UserIdSubmissionTimeIndex: "userId",
  AllSubmissionsByTimeIndex: "is_submission",
  AuthorSubmissionTimeIndex: "author",
  ProblemTitleSubmissionTimeIndex: "problemTitle",
  ProblemTitleTranslatedSubmissionTimeIndex: "problemTitleTranslated",
} as const;

const SUMMARY = [
  "submissionId",
  "problemId",
  "problemTitle",
  "problemTitleTranslated",
  "userId",
  "author",
  "language",
  "status",
  "executionTime",
  "submissionTime",
  "score",
  "passedCaseCount",
  "totalCaseCount",
];

describe("a stored submission", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    await world.putProblem({
      problemId: "two",
      title: "Two",
      title_translated: "둘",
      finalTestCases: [
        { input: 1, expected_output: 1 },
        { input: 2, expected_output: 3 },
      ],
    });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  async function gradeAndRead(fields: object = {}, user?: { sub: string; nickname: string }) {
    const answer = await world.grade({ userCode: "x", problemId: "two", ...fields }, user);
    expect(answer.status).toBe(200);
    const stored = (await world.storedSubmission(answer.body.submissionId)) ?? {};
    return { body: answer.body, stored };
  }

  const query = async (index: keyof typeof INDEXES, key: string) =>
    world.stack.documents.send(
      new QueryCommand({
        TableName: world.stack.tables.submissions,
        IndexName: index,
        KeyConditionExpression: "#key = :key",
        ExpressionAttributeNames: { "#key": INDEXES[index] },
        ExpressionAttributeValues: { ":key": key },
      }),
    );

  it("has the attributes of the contract and no others", async () => {
    const before = Math.floor(Date.now() / 1000);
    const userCode = "def solution(data):\n    return data  # 코드 😀";
    const { body, stored } = await gradeAndRead({ userCode, language: "python" });
    expect(stored).toStrictEqual({
      submissionId: body.submissionId,
      problemId: "two",
      userId: "student-1",
      author: "Student One",
      language: "python3.12",
      status: "WRONG_ANSWER",
      executionTime: 0.01,
      results: body.results,
      submissionTime: expect.any(Number),
      userCode,
      errorMessage: "Failed at test case 2: WRONG_ANSWER",
      is_submission: "Y",
      problemTitle: "Two",
      problemTitleTranslated: "둘",
      score: 50,
      passedCaseCount: 1,
      totalCaseCount: 2,
      testSetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Number.isInteger(stored.submissionTime)).toBe(true);
    expect(stored.submissionTime).toBeGreaterThanOrEqual(before);
    expect(stored.submissionTime).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it("is replaced when the same user sends its id again", async () => {
    await gradeAndRead({ submissionId: "again", userCode: "first" });
    const { stored } = await gradeAndRead({ submissionId: "again", userCode: "second" });
    expect(stored.userCode).toBe("second");
  });

  it("is refused to another user and stays as it was", async () => {
    const { stored } = await gradeAndRead({ submissionId: "mine" });
    const theft = { userCode: "stolen", problemId: "two", submissionId: "mine" };
    const answer = await world.grade(theft, { sub: "thief", nickname: "Student One" });
    expect([answer.status, answer.body.code]).toEqual([409, "SubmissionIdTaken"]);
    expect(answer.body).not.toHaveProperty("result");
    await expect(world.storedSubmission("mine")).resolves.toEqual(stored);
  });

  it("is one user's alone when two send the same new id at once", async () => {
    const body = { userCode: "x", problemId: "two", submissionId: "raced" };
    const users = [1, 2, 3, 4].map((n) => ({ sub: `racer-${n}`, nickname: "n" }));
    const answers = await Promise.all(users.map((user) => world.grade(body, user)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = users[answers.findIndex(({ status }) => status === 200)];
    expect((await world.storedSubmission("raced"))?.userId).toBe(winner?.sub);
  });

  it("keeps 64 KiB of code whole, whatever is in it", async () => {
    const userCode = "\u0001".repeat(64 * 1024);
    const { stored } = await gradeAndRead({ userCode });
    expect(stored.userCode).toBe(userCode);
  });

  it("has no attribute of an index whose key would be empty", async () => {
    await world.putProblem({
      problemId: "untitled",
      title: "",
      title_translated: "",
      finalTestCases: [{ input: 1, expected_output: 1 }],
    });
    const { body, stored } = await gradeAndRead({ problemId: "untitled" });
    expect(body).toMatchObject({ problemTitle: "", problemTitleTranslated: "" });
    expect(stored).not.toHaveProperty("problemTitle");
    expect(stored).not.toHaveProperty("problemTitleTranslated");
    expect(stored.problemId).toBe("untitled");
  });

  it.each([
    ["가".repeat(682), true],
    ["x".repeat(2048), true],
    ["가".repeat(683), false],
    ["x".repeat(2049), false],
  ])("has its author only up to 2048 bytes: case %#", async (nickname, isKept) => {
    const { stored } = await gradeAndRead({}, { sub: "long-name", nickname });
    expect(stored.author).toBe(isKept ? nickname : undefined);
  });

  it("has no title that is too long for its index", async () => {
    const title = "가".repeat(683);
    const finalTestCases = [{ input: 1, expected_output: 1 }];
    await world.putProblem({ problemId: "long-title", title, finalTestCases });
    const { body, stored } = await gradeAndRead({ problemId: "long-title" });
    expect(body.problemTitle).toBe(title);
    expect(stored).not.toHaveProperty("problemTitle");
  });

  it.each(Object.keys(INDEXES) as (keyof typeof INDEXES)[])(
    "is found by %s, which shows its summary only",
    async (index) => {
      const { stored } = await gradeAndRead({ submissionId: `by-${index}` });
      const { Items = [] } = await query(index, String(stored[INDEXES[index]]));
      const found = Items.find((item) => item.submissionId === `by-${index}`);
      const { is_submission, ...summary } = found ?? {};
      expect(summary).toEqual(Object.fromEntries(SUMMARY.map((name) => [name, stored[name]])));
      expect([undefined, "Y"]).toContain(is_submission);
    },
  );

  describe("of a problem with many cases", () => {
    const COUNT = 300;
    const EMOJI = "😀".repeat(1250);

    beforeAll(async () => {
      const finalTestCases = Array.from({ length: COUNT }, (_, n) => ({
        input: n,
        // Every tenth case fails.
        expected_output: n % 10 === 9 ? -1 : n,
      }));
      await world.putProblem({ problemId: "many", finalTestCases });
    });

    const printing = (stdout: string) =>
      lambda.play(({ event }) =>
        results(event.inputs.map((n) => output({ returnValue: n, stdout, stderr: stdout }))),
      );

    it("is stored under 400 KB, statuses and code whole, accepted cases cut first", async () => {
      printing(EMOJI);
      const userCode = "#".repeat(64 * 1024);
      const { body, stored } = await gradeAndRead({ problemId: "many", userCode });
      expect(stored.resultsTruncated).toBe(true);
      expect(stored.userCode).toBe(userCode);
      expect(stored).toMatchObject({ passedCaseCount: 270, totalCaseCount: COUNT, score: 90 });
      const cases = stored.results as { status: string; stdout: string | null }[];
      expect(cases.map(({ status }) => status)).toEqual(
        body.results.map(({ status }: { status: string }) => status),
      );
      const failed = cases.filter(({ status }) => status !== "ACCEPTED");
      expect(failed).toHaveLength(30);
      // 30 failed cases with 4 KB each fit, so none of theirs may be cut.
      expect(failed.every(({ stdout }) => stdout === "😀".repeat(500))).toBe(true);
      expect(cases.some(({ stdout }) => stdout === null)).toBe(true);
    });

    it("is told to the client whole all the same", async () => {
      printing(EMOJI);
      const { body } = await gradeAndRead({ problemId: "many" });
      expect(body).not.toHaveProperty("resultsTruncated");
      for (const { stdout } of body.results) expect(stdout).toBe("😀".repeat(500));
    });

    it("is whole, and says nothing of a cut, when it fits", async () => {
      printing("x".repeat(100));
      const { body, stored } = await gradeAndRead({ problemId: "many" });
      expect(stored).not.toHaveProperty("resultsTruncated");
      expect(stored.results).toEqual(body.results);
    });

    it("fits even when every case fails and prints what takes most bytes", async () => {
      lambda.play(({ event }) =>
        results(
          event.inputs.map(() =>
            output({ isSuccessful: false, reason: "EXCEPTION", stdout: "😀".repeat(5000) }),
          ),
        ),
      );
      const { stored } = await gradeAndRead({ problemId: "many", userCode: "가".repeat(21845) });
      expect(stored).toMatchObject({ resultsTruncated: true, totalCaseCount: COUNT });
    });
  });
});
