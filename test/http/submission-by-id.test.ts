import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import type { TokenClaims } from "../../dev/cognito/cognito.js";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const OWNER = { sub: "owner", nickname: "Owner" };
const userCode = "def solution(data):\n    return 'secret'  # 코드 😀";

describe("GET /submissions/:submissionId", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    const finalTestCases = [
      { input: 1, expected_output: 1 },
      { input: 2, expected_output: "the expected output" },
    ];
    await world.putProblem({ problemId: "p", title: "P", title_translated: "피", finalTestCases });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  async function grade(submissionId: string, fields: object = {}, user = OWNER) {
    const answer = await world.grade({ userCode, problemId: "p", submissionId, ...fields }, user);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  const SUMMARY = {
    problemId: "p",
    problemTitle: "P",
    problemTitleTranslated: "피",
    userId: "owner",
    author: "Owner",
    language: "python3.12",
    status: "RUNTIME_ERROR",
    executionTime: 0.123,
    submissionTime: expect.any(Number),
    score: 50,
    passedCaseCount: 1,
    totalCaseCount: 2,
  };

  const failing = () =>
    lambda.play(() => {
      const failed = { isSuccessful: false, reason: "EXCEPTION", stderr: "the stderr" };
      const good = { returnValue: 1, stdout: "12", executionTimeMs: 123 };
      return results([output(good), output(failed)]);
    });

  it("shows its owner the whole submission right after it was graded", async () => {
    failing();
    const graded = await grade("whole");
    const answer = await getAs(world, "/submissions/whole", OWNER);
    expect(answer.status).toBe(200);
    expect(answer.body).toStrictEqual({
      submissionId: "whole",
      ...SUMMARY,
      errorMessage: "Failed at test case 2: RUNTIME_ERROR",
      results: graded.results,
      userCode,
    });
    expect(answer.body.results[0]).toStrictEqual({
      caseNumber: 1,
      status: "ACCEPTED",
      executionTime: 0.123,
      stdout: "12",
      stderr: null,
      peakMemoryKb: 9000,
      cpuTime: 0.005,
    });
    expect(answer.body.results[1].reason).toBe("EXCEPTION");
    expect(answer.text).not.toMatch(/is_submission|expected/);
  });

  it("shows anybody else the summary, though they have the owner's name", async () => {
    failing();
    await grade("theirs");
    const answer = await getAs(world, "/submissions/theirs", { sub: "thief", nickname: "Owner" });
    expect(answer.status).toBe(200);
    expect(answer.body).toStrictEqual({ submissionId: "theirs", ...SUMMARY });
  });

  it("tells its owner what a regrade replaced, staff also by which tests, nobody else", async () => {
    const regraded = {
      previousStatus: "WRONG_ANSWER" as const,
      previousScore: 40,
      previousTestSetHash: "the old hash",
      regradeTime: 1_700_000_100,
    };
    const { documents, tables } = world.stack;
    const Item = { ...gradedSubmission({ submissionId: "regraded" }), regraded };
    await documents.send(new PutCommand({ TableName: tables.submissions, Item }));
    const seenBy = async (user: TokenClaims) =>
      (await getAs(world, "/submissions/regraded", user)).body;
    const { previousTestSetHash, ...seen } = regraded;
    expect((await seenBy(OWNER)).regraded).toStrictEqual(seen);
    const teacher = { sub: "teacher", nickname: "T", "cognito:groups": ["staff"] };
    expect((await seenBy(teacher)).regraded).toStrictEqual(regraded);
    expect(await seenBy({ sub: "another", nickname: "A" })).not.toHaveProperty("regraded");
  });

  it("says that outputs were cut when they were", async () => {
    const cut = gradedSubmission({ submissionId: "cut", resultsTruncated: true });
    const { documents, tables } = world.stack;
    await dynamoSubmissions(documents, tables.submissions).put(cut);
    const { body } = await getAs(world, "/submissions/cut", OWNER);
    expect(body).toStrictEqual(cut);
  });

  it.each([
    "unknown",
    "x".repeat(128),
    "x".repeat(129),
    "x".repeat(3000),
    "with%20space",
    "a%2Fb",
    "..%2Fproblems",
    "%EA%B0%80",
    "%00",
    "%FF",
    "whole%0A",
    "*",
    "__proto__",
  ])("answers SubmissionNotFound for %s", async (id) => {
    const answer = await getAs(world, `/submissions/${id}`, OWNER);
    expect([answer.status, answer.body]).toEqual([
      404,
      {
        error: "There is no such submission; check its id.",
        code: "SubmissionNotFound",
        requestId: expect.any(String),
      },
    ]);
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("SubmissionNotFound");
  });
});
