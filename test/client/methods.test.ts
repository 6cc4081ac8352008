import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraderClient } from "../../client/grader-client.js";
import { clientOf } from "../support/http/client-of.js";
import { startWorld, type World } from "../support/world.js";

const DOUBLE = "def solution(n):\n    print('seen', n)\n    return 2 * n\n";

describe("the client, of the whole service,", () => {
  let world: World;
  let jimin: GraderClient;
  let seoyeon: GraderClient;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
    jimin = clientOf(world);
    seoyeon = clientOf(world, { sub: "student-2", nickname: "Seoyeon" });
    const finalTestCases = [1, 2].map((input) => ({ input, expected_output: 2 * input }));
    await world.putProblem({ problemId: "double", finalTestCases });
  });
  afterAll(() => world.close());

  it("grades a submission", async () => {
    const graded = await jimin.grade({ problemId: "double", userCode: DOUBLE });
    expect(graded).toMatchObject({ status: "ACCEPTED", score: 100, errorMessage: null });
    expect(graded.results.map(({ stdout }) => stdout)).toEqual(["seen 1\n", "seen 2\n"]);
  });

  it("passes every field of a submission on", async () => {
    const submissionId = "with-every-field";
    const request = { problemId: "double", userCode: "x", language: "python", submissionId };
    const graded = await jimin.grade(request);
    expect(graded).toMatchObject({ submissionId, status: "RUNTIME_ERROR" });
    await expect(world.storedSubmission(submissionId)).resolves.toMatchObject({
      userId: "student-1",
      author: "Jimin",
      userCode: "x",
    });
  });

  it("runs custom tests, and stores nothing", async () => {
    const { results } = await jimin.runCustomTests({
      userCode: DOUBLE,
      customTestCases: [4, "가", null],
    });
    expect(results.map(({ input }) => input)).toEqual([4, "가", null]);
    const outputs = results.map(({ runCodeOutput }) => runCodeOutput);
    expect(outputs.map(({ returnValue }) => returnValue)).toEqual([8, "가가", null]);
    expect(outputs.map(({ reason }) => reason)).toEqual([null, null, "EXCEPTION"]);
  });

  it("has an executor made ready, of which there is nothing to say", async () => {
    const opener = clientOf(world, { sub: "opener", nickname: "Opener" });
    await expect(opener.warmUp()).resolves.toBeUndefined();
    const tenants = world.stack.lambda?.environments().map(({ tenantId }) => tenantId);
    expect(tenants).toContain("opener");
    await expect(opener.warmUp({ language: "javascript" })).resolves.toBeUndefined();
    const error = { code: "InvalidInput", message: expect.stringContaining("cobol") };
    await expect(opener.warmUp({ language: "cobol" })).rejects.toMatchObject(error);
  });

  it("grades and runs JavaScript", async () => {
    const userCode = "const solution = (x) => x + x;";
    const language = "javascript";
    const graded = await jimin.grade({ problemId: "double", userCode, language });
    expect(graded.status).toBe("ACCEPTED");
    const ran = await jimin.runCustomTests({ userCode, language, customTestCases: ["가"] });
    expect(ran.results[0]?.runCodeOutput.returnValue).toBe("가가");
  });

  it("lists submissions page by page", async () => {
    const reader = clientOf(world, { sub: "reader", nickname: "Reader" });
    for (const submissionId of ["page-1", "page-2", "page-3"]) {
      await reader.grade({ problemId: "double", userCode: DOUBLE, submissionId });
    }
    const query = { userId: "reader", problemId: "double", pageSize: 2, sortOrder: "ASC" } as const;
    const first = await reader.listSubmissions(query);
    expect(first.items).toHaveLength(2);
    const lastEvaluatedKey = first.lastEvaluatedKey ?? expect.fail();
    const second = await reader.listSubmissions({ ...query, lastEvaluatedKey });
    expect(second.lastEvaluatedKey).toBeNull();
    await expect(reader.listSubmissions({ ...query, lastEvaluatedKey: null })).resolves.toEqual(
      first,
    );
    const ids = [...first.items, ...second.items].map(({ submissionId }) => submissionId);
    expect(ids.sort()).toEqual(["page-1", "page-2", "page-3"]);
  });

  it("lists all submissions when nothing is asked for, and by every name", async () => {
    const everywhere = { problemTitle: "Named &=?", problemTitleTranslated: "이름" };
    await world.putProblem({
      problemId: "named",
      title: everywhere.problemTitle,
      title_translated: everywhere.problemTitleTranslated,
      finalTestCases: [{ input: 1, expected_output: 2 }],
    });
    const { submissionId } = await seoyeon.grade({ problemId: "named", userCode: DOUBLE });
    const names = { userId: "student-2", author: "Seoyeon", problemId: "named", ...everywhere };
    const queries = [{}, ...Object.entries(names).map(([name, value]) => ({ [name]: value }))];
    for (const query of queries) {
      const { items } = await jimin.listSubmissions(query);
      expect(items.map((item) => item.submissionId)).toContain(submissionId);
    }
  });

  it("shows a submission, whole to its owner only", async () => {
    const graded = await jimin.grade({
      problemId: "double",
      userCode: DOUBLE,
      submissionId: "index",
    });
    const whole = await jimin.getSubmission("index");
    expect(whole).toMatchObject({ userCode: DOUBLE, results: graded.results });
    const summary = await seoyeon.getSubmission("index");
    expect(summary).toMatchObject({ submissionId: "index", author: "Jimin", score: 100 });
    expect(summary).not.toHaveProperty("userCode");
  });

  it.each(["", ".", "..", "a/b", "a?b", "%2e", "가", "none"])(
    "knows no submission %j",
    async (submissionId) => {
      await expect(jimin.getSubmission(submissionId)).rejects.toMatchObject({
        name: "GraderError",
        code: "SubmissionNotFound",
      });
    },
  );

  it("lists problems page by page", async () => {
    const first = await jimin.listProblems({ pageSize: 5, sortOrder: "ASC" });
    const { lastEvaluatedKey } = first;
    const second = await jimin.listProblems({ pageSize: 5, sortOrder: "ASC", lastEvaluatedKey });
    const both = await jimin.listProblems({ pageSize: 10, sortOrder: "ASC" });
    expect([...first.items, ...second.items]).toEqual(both.items);
    expect((await jimin.listProblems()).count).toBe(20);
  });

  it("shows a problem, whole to staff only", async () => {
    const problem = await jimin.getProblem("closest-number");
    expect(problem).toMatchObject({ entryFunction: "find_closest", argumentStyle: "keyword" });
    expect(problem.sampleCases.map(({ expectedOutput }) => expectedOutput)).toEqual(["9", "3"]);
    expect(problem).not.toHaveProperty("testCases");
    const staff = { sub: "t", nickname: "T", "cognito:groups": ["staff"] };
    const whole = await clientOf(world, staff).getProblem("closest-number");
    expect(whole.testCases?.map(({ visibility }) => visibility)).toContain("open");
    expect(whole.testCases).toHaveLength(whole.totalCaseCount);
  });

  it.each(["", ".", "..", "a/b", "a?b", "%2e", "가", "none"])(
    "knows no problem %j",
    async (problemId) => {
      await expect(jimin.getProblem(problemId)).rejects.toMatchObject({
        name: "GraderError",
        code: "ProblemNotFound",
      });
    },
  );
});
