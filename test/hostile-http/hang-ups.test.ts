import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  echoFirst,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { openRaw } from "../support/http/raw-http.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";
import { requestBytes } from "./request-bytes.js";

describe("a client that hangs up on a live answer", () => {
  let lambda: ScriptedLambda;
  let hostile: HostileWorld;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    const executor = { kind: "endpoint", endpoint: lambda.endpoint } as const;
    hostile = await startHostileWorld({ executor });
    const finalTestCases = [1, 2].map((input) => ({ input, expected_output: input }));
    await hostile.world.putProblem({ problemId: "two", finalTestCases });
  });
  afterAll(async () => {
    await hostile.close();
    await lambda.close();
  });

  it.each([
    ["before anything is told", 1, ""],
    ["when a case was told", 2, '"event":"case"'],
    ["when all was told", undefined, '"event":"graded"'],
  ])("has its submission stored, and disturbs nobody: %s", async (_, heldInput, told) => {
    const held = Promise.withResolvers<void>();
    lambda.play(async (invocation) => {
      if (invocation.event.inputs[0] === heldInput) await held.promise;
      return echoFirst(1, invocation);
    });
    const submissionId = randomUUID();
    const body = JSON.stringify({ userCode: "x", problemId: "two", submissionId });
    const headers = ["Accept: application/x-ndjson"];
    const connection = await openRaw(hostile.url);
    await connection.write(requestBytes({ headers, body }, hostile.authorization));
    const isTime = () => lambda.invocations.length > 0 && connection.received.includes(told);
    await expect.poll(isTime).toBe(true);
    connection.reset();
    held.resolve();
    await expect
      .poll(() => hostile.world.storedSubmission(submissionId))
      .toMatchObject({ status: "ACCEPTED", passedCaseCount: 2 });
    lambda.play();
    await hostile.expectUnharmed();
  });
});
