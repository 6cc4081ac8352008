import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const OWNER = { sub: "owner", nickname: "Owner" };

const RESULTS =
  '[{"caseNumber":1,"status":"ACCEPTED","executionTime":0.05,"stdout":"hi","stderr":null,"peakMemoryKb":9000,"cpuTime":0.005},' +
  '{"caseNumber":2,"status":"WRONG_ANSWER","executionTime":0.01,"stdout":null,"stderr":"warn","peakMemoryKb":9000,"cpuTime":0.005},' +
  '{"caseNumber":3,"status":"RUNTIME_ERROR","executionTime":0.01,"stdout":null,"stderr":"{\\"error\\": \\"ValueError: x\\"}","reason":"EXCEPTION","error":"ValueError: x","peakMemoryKb":9000,"cpuTime":0.005}]';

describe("a problem that says nothing of calling, points or visibility", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    const finalTestCases = [1, 2, 3].map((n) => ({ input: n, expected_output: n }));
    await world.putProblem({ problemId: "old", finalTestCases });
    lambda.play(() =>
      results([
        output({ returnValue: 1, stdout: "hi", executionTimeMs: 50 }),
        output({ returnValue: 0, stderr: "warn" }),
        output({
          isSuccessful: false,
          reason: "EXCEPTION",
          stderr: '{"error": "ValueError: x"}',
        }),
      ]),
    );
  });
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  it("is answered and shown again byte for byte as it ever was", async () => {
    const request = { userCode: "x", problemId: "old", submissionId: "old-1" };
    const graded = await world.grade(request, OWNER);
    expect(graded.text).toBe(
      `{"submissionId":"old-1","status":"WRONG_ANSWER","executionTime":0.05,"results":${RESULTS},"errorMessage":"Failed at test case 2: WRONG_ANSWER","executionMode":"GRADE_SUBMISSION_RESULTS","problemTitle":"Title","problemTitleTranslated":"제목","score":33,"passedCaseCount":1,"totalCaseCount":3}`,
    );
    const read = await getAs(world, "/submissions/old-1", OWNER);
    expect(read.text.replace(/"submissionTime":\d+/, '"submissionTime":0')).toBe(
      `{"submissionId":"old-1","problemId":"old","problemTitle":"Title","problemTitleTranslated":"제목","userId":"owner","author":"Owner","language":"python3.12","status":"WRONG_ANSWER","executionTime":0.05,"submissionTime":0,"score":33,"passedCaseCount":1,"totalCaseCount":3,"errorMessage":"Failed at test case 2: WRONG_ANSWER","results":${RESULTS},"userCode":"x"}`,
    );
  });

  it("is shown as it was where it was graded before tests had a hash", async () => {
    const stored = await world.storedSubmission("old-1");
    const before: Record<string, unknown> = { ...stored, submissionId: "old-2" };
    delete before.testSetHash;
    const { documents, tables } = world.stack;
    await documents.send(new PutCommand({ TableName: tables.submissions, Item: before }));
    const now = await getAs(world, "/submissions/old-1", OWNER);
    const then = await getAs(world, "/submissions/old-2", OWNER);
    expect(then.text).toBe(now.text.replace("old-1", "old-2"));
  });
});
