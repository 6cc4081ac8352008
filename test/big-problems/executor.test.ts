import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { patientStores } from "../support/aws/patient-stores.js";
import { startWorld, type World } from "../support/world.js";
import { outline } from "./case-plan.js";

/** So much of a student's time in one request that a busy machine must not be held to minutes. */
const REQUEST_TIMEOUT_MS = 240_000;

describe("a big problem on the real executor", { timeout: REQUEST_TIMEOUT_MS }, () => {
  let dynamoDb: LocalDynamoDb;
  let world: World;

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    world = await startWorld({
      executor: "python",
      dynamoDbEndpoint: dynamoDb.endpoint,
      settings: { requestTimeoutMs: REQUEST_TIMEOUT_MS, ...patientStores(dynamoDb.endpoint) },
    });
  });
  afterAll(async () => {
    await world.close();
    await dynamoDb.close();
  });

  const counting = (cases: number) =>
    Array.from({ length: cases }, (_, index) => ({ input: index, expected_output: index * 2 }));

  it("is right in every one of 1,000 cases when the code is", async () => {
    const finalTestCases = counting(1000);
    await world.putProblem({ problemId: "double", timeLimitSeconds: 15, finalTestCases });
    const userCode = "def solution(n): return n * 2";
    const { body } = await world.grade({ userCode, problemId: "double" });
    expect(body).toMatchObject({ status: "ACCEPTED", score: 100, passedCaseCount: 1000 });
    expect(outline(body.results)).toEqual(
      finalTestCases.map((_, index) => ({
        caseNumber: index + 1,
        status: "ACCEPTED",
        reason: undefined,
      })),
    );
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored).toMatchObject({ status: "ACCEPTED", results: body.results });
  });

  const MIXED = `
import sys
def solution(n):
    kind = n % 5
    if kind == 1: return n * 2 + 1
    if kind == 2: raise ValueError(n)
    if kind == 3: sys.exit(0)
    if kind == 4: print("x" * 600)
    return n * 2
`;
  const WANTED = [
    { status: "ACCEPTED", reason: undefined },
    { status: "WRONG_ANSWER", reason: undefined },
    { status: "RUNTIME_ERROR", reason: "EXCEPTION" },
    { status: "RUNTIME_ERROR", reason: "NO_RESULT" },
    { status: "ACCEPTED", reason: undefined },
  ];

  it("keeps 500 verdicts of every kind apart", async () => {
    await world.putProblem({
      problemId: "mixed",
      timeLimitSeconds: 15,
      finalTestCases: counting(500),
    });
    const { body } = await world.grade({ userCode: MIXED, problemId: "mixed" });
    expect(outline(body.results)).toEqual(
      Array.from({ length: 500 }, (_, index) => ({ caseNumber: index + 1, ...WANTED[index % 5] })),
    );
    expect(body).toMatchObject({ status: "WRONG_ANSWER", passedCaseCount: 200, score: 40 });
    for (const [index, { stdout }] of body.results.entries()) {
      expect(stdout).toBe(index % 5 === 4 ? "x".repeat(500) : null);
    }
  });

  it("takes an input of 380 KB", async () => {
    const input = "x".repeat(380 * 1024);
    const finalTestCases = [{ input, expected_output: [input.length, "x"] }];
    await world.putProblem({ problemId: "long", timeLimitSeconds: 15, finalTestCases });
    const userCode = "def solution(text): return [len(text), text[-1]]";
    const { body } = await world.grade({ userCode, problemId: "long" });
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 1 });
  });

  it("takes the most that a case may say, from 24 cases at once", async () => {
    const finalTestCases = counting(24);
    await world.putProblem({ problemId: "loud", timeLimitSeconds: 15, finalTestCases });
    // Every kept byte of both streams takes six in JSON, beside a return value of 512 KiB.
    const userCode = `
import sys
def solution(n):
    sys.stdout.write("\\x01" * 65536)
    sys.stderr.write("\\x01" * 65536)
    return "r" * (512 * 1024 - 2)
`;
    const { body } = await world.grade({ userCode, problemId: "loud" });
    expect(body).toMatchObject({ status: "WRONG_ANSWER", totalCaseCount: 24 });
    for (const { status, stdout, stderr } of body.results) {
      expect([status, stdout]).toEqual(["WRONG_ANSWER", "\u0001".repeat(500)]);
      expect(stderr).toBe(`${"\u0001".repeat(497)}...`);
    }
    expect(world.logLines.filter(({ event }) => event.startsWith("executor."))).toEqual([]);
  });
});
