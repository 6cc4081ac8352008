import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { echoFirst } from "../support/aws/scripted-lambda.js";
import { expectContractAnswer } from "../support/http/expect-contract-answer.js";
import { type BigWorld, startBigWorld } from "./big-world.js";
import { outline } from "./case-plan.js";

const CASES = 2500;

/** Three of its seconds are kept back for storing and answering. */
const REQUEST_TIMEOUT_MS = 5000;

/** Far more than a busy machine needs, far less than 2,500 cases of the executor's time-out. */
const MOST_MS = 60_000;

describe("the deadline of a problem of 2,500 cases", { timeout: 2 * MOST_MS }, () => {
  let big: BigWorld;

  beforeAll(async () => {
    big = await startBigWorld(() => startDynamoDb(), { requestTimeoutMs: REQUEST_TIMEOUT_MS });
    await big.putCounting("many", CASES);
  });
  afterAll(() => big.close());

  async function gradeInTime() {
    const startedAt = performance.now();
    const answer = await big.world.grade({ userCode: "x", problemId: "many" });
    expect(performance.now() - startedAt).toBeLessThan(MOST_MS);
    expectContractAnswer(answer);
    const results = outline(answer.body.results);
    expect(results.map(({ caseNumber }) => caseNumber)).toEqual(
      Array.from({ length: CASES }, (_, index) => index + 1),
    );
    const stored = await big.world.storedSubmission(answer.body.submissionId);
    expect(outline(stored?.results as typeof results)).toEqual(results);
    return results;
  }

  const ran = { status: "ACCEPTED", reason: undefined };
  const unrun = { status: "INTERNAL_ERROR", reason: "DEADLINE" };

  it("marks every case when the executor never answers", async () => {
    big.lambda.play(() => "silence");
    const results = await gradeInTime();
    for (const result of results) expect(result).toMatchObject(unrun);
    // Nothing was sent beside it, nor after it.
    expect(big.lambda.invocations).toHaveLength(1);
  });

  it("keeps what was there before it, and marks the rest", async () => {
    big.lambda.play((invocation) => {
      const isFirst = invocation.event.inputs.includes(1);
      return isFirst ? echoFirst(400, invocation) : "silence";
    });
    const results = await gradeInTime();
    for (const result of results.slice(0, 400)) expect(result).toMatchObject(ran);
    for (const result of results.slice(400)) expect(result).toMatchObject(unrun);
  });

  it("ends a grading whose executor dies of every case", async () => {
    big.lambda.play(() => ({
      headers: { "X-Amz-Function-Error": "Unhandled" },
      body: '{"errorType":"Runtime.ExitError"}',
    }));
    const results = await gradeInTime();
    for (const { status, reason } of results) {
      expect(status).toBe("INTERNAL_ERROR");
      expect(["EXECUTOR_ERROR", "DEADLINE"]).toContain(reason);
    }
  });
});
