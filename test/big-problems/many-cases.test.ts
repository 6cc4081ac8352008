import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectContractAnswer } from "../support/http/expect-contract-answer.js";
import { type BigWorld, DYNAMO_DBS, startBigWorld } from "./big-world.js";
import { expectedInTurn, KINDS, outline, playInTurn } from "./case-plan.js";

describe.each(DYNAMO_DBS)("a problem of many cases, on %s", { timeout: 120_000 }, (_, start) => {
  let big: BigWorld;

  beforeAll(async () => {
    big = await startBigWorld(start);
  });
  afterAll(() => big.close());

  it.each([1000, 2500])("has every one of %i in the answer and in the table", async (cases) => {
    await big.putCounting("many", cases);
    big.lambda.play(playInTurn(KINDS));
    const answer = await big.world.grade({ userCode: "x", problemId: "many" });
    expectContractAnswer(answer);
    const expected = expectedInTurn(KINDS, cases);
    const passed = expected.filter(({ status }) => status === "ACCEPTED").length;
    const summary = {
      status: "INTERNAL_ERROR",
      errorMessage: "Failed at test case 2: WRONG_ANSWER",
      passedCaseCount: passed,
      totalCaseCount: cases,
      score: Math.floor((100 * passed) / cases + 0.5),
    };
    expect(answer.body).toMatchObject(summary);
    expect(outline(answer.body.results)).toEqual(expected);
    const stored = await big.world.storedSubmission(answer.body.submissionId);
    expect(stored).toMatchObject(summary);
    expect(stored?.results).toEqual(answer.body.results);
    expect(stored).not.toHaveProperty("resultsTruncated");
    const asked = big.lambda.invocations.flatMap(({ event }) => event.inputs);
    expect(asked.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: cases }, (_, index) => index + 1),
    );
  });

  it("of one case too many is not graded, and its submission says why", async () => {
    await big.putCounting("too-many", 2501);
    big.lambda.play();
    const { body } = await big.world.grade({ userCode: "x", problemId: "too-many" });
    const errorMessage = "This problem has 2501 test cases; at most 2500 can be graded.";
    expect(body).toMatchObject({ status: "INTERNAL_ERROR", results: [], errorMessage });
    expect(big.lambda.invocations).toEqual([]);
    expect(await big.world.storedSubmission(body.submissionId)).toMatchObject({ errorMessage });
  });
});
