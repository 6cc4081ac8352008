import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { mockExecutor } from "../../dev/lambda/mock-executor.js";
import { type CuttableProxy, startCuttableProxy } from "../support/http/cuttable-proxy.js";
import { SITE } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

describe("a DynamoDB that fails", () => {
  let dynamoDb: LocalDynamoDb;
  let proxy: CuttableProxy;
  let world: World;
  let whileGrading = () => {};

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    proxy = await startCuttableProxy(dynamoDb.endpoint);
    world = await startWorld({
      dynamoDbEndpoint: proxy.url,
      settings: {
        allowedOrigins: [SITE],
        executor: {
          ...mockExecutor,
          async run(job, signal) {
            whileGrading();
            return mockExecutor.run(job, signal);
          },
        },
      },
    });
    await world.putProblem({
      problemId: "p",
      title: "Kept",
      title_translated: "보관",
      finalTestCases: [
        { input: 1, expected_output: 1 },
        { input: 2, expected_output: 3 },
      ],
    });
  });
  afterEach(() => {
    whileGrading = () => {};
    proxy.restore();
  });
  afterAll(async () => {
    await world.close();
    await proxy.close();
    await dynamoDb.close();
  });

  const grade = (submissionId: string, fields: object = {}) =>
    world.grade({ userCode: "x", problemId: "p", submissionId, ...fields });

  const FAULTS = [
    ["breaks connections", () => proxy.cut()],
    ["does not answer", () => proxy.mute()],
  ] as const;

  it.each(FAULTS)("before grading is StorageUnavailable when it %s", async (_, fail) => {
    let runs = 0;
    whileGrading = () => {
      runs += 1;
    };
    fail();
    const answer = await grade("before");
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({
      error: expect.stringMatching(/./),
      code: "StorageUnavailable",
      requestId: expect.any(String),
    });
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("StorageUnavailable");
    expect(runs).toBe(0);
  });

  it.each(FAULTS)("at the write alone costs no verdict when it %s", async (name, fail) => {
    whileGrading = fail;
    const submissionId = `at-the-write-${name.length}`;
    const answer = await grade(submissionId);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("SubmissionNotSaved");
    const first = { caseNumber: 1, executionTime: 0.001, stdout: null, stderr: null };
    expect(answer.body).toEqual({
      error: expect.stringMatching(/./),
      code: "SubmissionNotSaved",
      requestId: expect.any(String),
      result: {
        submissionId,
        status: "WRONG_ANSWER",
        executionTime: 0.001,
        results: [
          { ...first, status: "ACCEPTED", cpuTime: 0.001, peakMemoryKb: 0 },
          { ...first, caseNumber: 2, status: "WRONG_ANSWER", cpuTime: 0.001, peakMemoryKb: 0 },
        ],
        errorMessage: "Failed at test case 2: WRONG_ANSWER",
        executionMode: "GRADE_SUBMISSION_RESULTS",
        problemTitle: "Kept",
        problemTitleTranslated: "보관",
        score: 50,
        passedCaseCount: 1,
        totalCaseCount: 2,
      },
    });
    proxy.restore();
    await expect(world.storedSubmission(submissionId)).resolves.toBeUndefined();
  });

  it("is not needed for custom tests without a problem", async () => {
    proxy.cut();
    const custom = { executionMode: "RUN_CUSTOM_TESTS", customTestCases: [1] };
    const answer = await grade("custom", { ...custom, problemId: undefined });
    expect(answer.status).toBe(200);
  });

  it("is StorageUnavailable for custom tests with a problem", async () => {
    proxy.cut();
    const custom = { executionMode: "RUN_CUSTOM_TESTS", customTestCases: [1] };
    const answer = await grade("custom", custom);
    expect([answer.status, answer.body.code]).toEqual([503, "StorageUnavailable"]);
  });

  it("is used again as soon as it is back", async () => {
    proxy.cut();
    expect((await grade("again")).status).toBe(503);
    proxy.restore();
    const answer = await grade("again");
    expect(answer.status).toBe(200);
    await expect(world.storedSubmission("again")).resolves.toMatchObject({ problemId: "p" });
  });

  it("is asked again when it fails but for a moment", async () => {
    whileGrading = () => proxy.cut(1);
    const answer = await grade("for-a-moment");
    expect(answer.status).toBe(200);
    await expect(world.storedSubmission("for-a-moment")).resolves.toBeDefined();
  });

  it("leaves the cause in the log, and not with the caller", async () => {
    proxy.cut();
    const answer = await grade("logged");
    expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|problems\b.*table|socket/);
    const line = world.logLines.find(
      ({ event, requestId }) => event === "request" && requestId === answer.body.requestId,
    );
    expect(JSON.stringify(line?.error)).toMatch(/ECONN|socket hang up/);
  });
});
