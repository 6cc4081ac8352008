import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_RESPONSE_BYTES } from "../../dev/lambda/payload-limits.js";
import {
  type BuiltFunction,
  passedHeaders,
  startBuiltFunction,
} from "../support/aws/built-function.js";
import { functionUrlEvent } from "../support/aws/function-url-event.js";
import { expectContractAnswer } from "../support/http/expect-contract-answer.js";
import { type BigWorld, DYNAMO_DBS, startBigWorld } from "./big-world.js";
import { expectedInTurn, KINDS, outline, playInTurn } from "./case-plan.js";

/** Every one of these is longer in JSON, and longer still where Lambda writes the JSON as a string. */
const TEXTS: [string, string][] = [
  ["quotes", '"'],
  ["control characters", "\u0001"],
  ["characters of four bytes", "😀"],
];

describe("what the function answers, which Lambda limits to 6 MB", { timeout: 120_000 }, () => {
  let big: BigWorld;
  let built: BuiltFunction;
  let headers: ReturnType<typeof passedHeaders>;

  beforeAll(async () => {
    // The last one is a process of its own, which does not mind a write that was given up.
    const [, start] = DYNAMO_DBS.at(-1) as (typeof DYNAMO_DBS)[number];
    big = await startBigWorld(start);
    await big.putCounting("wordy", 2500);
    const endpoints = { dynamoDb: big.dynamoDb.endpoint, lambda: big.lambda.endpoint };
    built = await startBuiltFunction(big.world, endpoints);
    const idToken = await big.world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
    headers = passedHeaders(idToken);
  });
  afterAll(async () => {
    await built.close();
    await big.close();
  });

  function post(body: object) {
    return built.invoke(
      functionUrlEvent("POST", "/grade", { headers, body: JSON.stringify(body) }),
    );
  }

  it.each(TEXTS)("holds 2,500 verdicts, whatever was printed: %s", async (_, character) => {
    const text = character.repeat(500);
    big.lambda.play(playInTurn(KINDS, { stdout: text, stderr: text }));
    const answer = await post({ userCode: "x", problemId: "wordy" });
    expect(answer.bytes).toBeLessThan(MAX_RESPONSE_BYTES);
    expectContractAnswer(answer);
    // Where the write took the table too long, the verdicts come with what it could not keep.
    const { results } = answer.status === 503 ? answer.body.result : answer.body;
    expect(outline(results)).toEqual(expectedInTurn(KINDS, 2500));
  });

  it.each(TEXTS)("holds 100 custom tests, or says to run fewer: %s", async (_, character) => {
    const text = character.repeat(5000);
    big.lambda.play(playInTurn([{ status: "ACCEPTED" }], { stdout: text, stderr: text }));
    const customTestCases = Array.from({ length: 100 }, (_value, index) => index + 1);
    const tests = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x", customTestCases };
    const answer = await post(tests);
    expect(answer.bytes).toBeLessThan(MAX_RESPONSE_BYTES);
    const told = expectContractAnswer(answer);
    if (told.kind === "refused") {
      expect(told.code).toBe("ResponseTooLarge");
      return;
    }
    expect(answer.body.results).toHaveLength(100);
    for (const { runCodeOutput } of answer.body.results) {
      const { stdout, stdoutTruncated } = runCodeOutput;
      expect(text.startsWith(stdout)).toBe(true);
      expect(stdoutTruncated).toBe(stdout !== text);
    }
  });
});
