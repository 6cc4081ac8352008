import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_TEST_CASES } from "../../api/domain/problem.js";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { patientStores } from "../support/aws/patient-stores.js";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

describe("a stored submission", () => {
  let world: World;
  let lambda: ScriptedLambda;
  let dynamoDb: LocalDynamoDb;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    dynamoDb = await startDynamoDb();
    world = await startWorld({
      executor: { kind: "endpoint", endpoint: lambda.endpoint },
      dynamoDbEndpoint: dynamoDb.endpoint,
      settings: patientStores(dynamoDb.endpoint),
    });
  });
  afterAll(async () => {
    await world.close();
    await lambda.close();
    await dynamoDb.close();
  });

  it("holds as many cases as a problem may have, with the longest code", async () => {
    const finalTestCases = Array(MAX_TEST_CASES).fill({ input: 1, expected_output: 2 });
    await world.putProblem({ problemId: "most", finalTestCases });
    const failed = {
      isSuccessful: false,
      reason: "NO_ENTRY_FUNCTION",
      peakMemoryKb: 262_144,
      executionTimeMs: 14_999,
      cpuTimeMs: 14_999,
      stderr: "e".repeat(100),
    };
    lambda.play(({ event }) => results(event.inputs.map(() => output(failed))));
    const { status, body } = await world.grade({
      userCode: "x".repeat(65_536),
      problemId: "most",
    });
    expect(status).toBe(200);
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored?.results).toHaveLength(MAX_TEST_CASES);
    expect(stored?.resultsTruncated).toBe(true);
  });

  it("lets go of names and groups before it lets go of a case", async () => {
    const labels = { name: "가".repeat(100), group: "나".repeat(100), points: 0.123456 };
    const testCase = { input: 1, expected_output: 2, ...labels };
    const finalTestCases = gzipSync(JSON.stringify(Array(MAX_TEST_CASES).fill(testCase)));
    const groups = [{ id: labels.group }];
    await world.putProblem({
      problemId: "named",
      caseVisibility: "sample",
      groups,
      finalTestCases,
    });
    const ran = { returnValue: "r".repeat(3000), peakMemoryKb: 262_144 };
    lambda.play(({ event }) => results(event.inputs.map(() => output(ran))));
    const { status, body } = await world.grade({
      userCode: "x".repeat(65_536),
      problemId: "named",
    });
    expect([status, body.results.length]).toEqual([200, MAX_TEST_CASES]);
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored).toMatchObject({ resultsTruncated: true, earnedPoints: 0 });
    expect(stored?.results).toHaveLength(MAX_TEST_CASES);
    expect(stored).not.toHaveProperty("results.0.name");
  });

  it("keeps outputs that fit, however long they would be as JSON", async () => {
    const finalTestCases = Array(20).fill({ input: 1, expected_output: 1 });
    await world.putProblem({ problemId: "twenty", finalTestCases });
    const printed = { returnValue: 1, stdout: "x".repeat(500) };
    lambda.play(({ event }) => results(event.inputs.map(() => output(printed))));
    const userCode = "\u0001".repeat(65_536);
    const { body } = await world.grade({ userCode, problemId: "twenty" });
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored?.resultsTruncated).toBeUndefined();
    expect(stored?.results).toEqual(body.results);
  });
});
