import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import {
  type BuiltFunction,
  passedHeaders,
  startBuiltFunction,
} from "../support/aws/built-function.js";
import { functionUrlEvent } from "../support/aws/function-url-event.js";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { type CuttableProxy, startCuttableProxy } from "../support/http/cuttable-proxy.js";
import { startWorld, type World } from "../support/world.js";

const CASES = 9;

describe("the built function after a freeze", () => {
  let dynamoDb: LocalDynamoDb;
  let lambda: ScriptedLambda;
  let world: World;
  let proxies: CuttableProxy[];
  let built: BuiltFunction;
  let idToken: string;

  beforeAll(async () => {
    [dynamoDb, lambda] = await Promise.all([startDynamoDb(), startScriptedLambda()]);
    // A second for a case, and one in each invocation: several connections are kept alive.
    lambda.play(({ event }) =>
      results([output({ returnValue: event.inputs[0], executionTimeMs: 1000 })]),
    );
    world = await startWorld({ dynamoDbEndpoint: dynamoDb.endpoint });
    const finalTestCases = Array.from({ length: CASES }, (_, n) => ({
      input: n,
      expected_output: n,
    }));
    await world.putProblem({ problemId: "many", finalTestCases });
    await world.putProblem({ problemId: "one", finalTestCases: finalTestCases.slice(0, 1) });
    const [tables, functions] = await Promise.all([
      startCuttableProxy(dynamoDb.endpoint),
      startCuttableProxy(lambda.endpoint),
    ]);
    proxies = [tables, functions];
    built = await startBuiltFunction(world, { dynamoDb: tables.url, lambda: functions.url });
    idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
  });
  afterAll(async () => {
    await built.close();
    await Promise.all(proxies.map((proxy) => proxy.close()));
    await world.close();
    await Promise.all([lambda.close(), dynamoDb.close()]);
  });

  async function grade(problemId: string) {
    const body = JSON.stringify({ userCode: "x", problemId });
    const event = functionUrlEvent("POST", "/grade", { headers: passedHeaders(idToken), body });
    const answer = await built.invoke(event);
    return [answer.status, answer.body.status, answer.body.passedCaseCount];
  }

  it.each([
    ["were closed", (proxy: CuttableProxy) => proxy.hangUp()],
    ["were reset", (proxy: CuttableProxy) => proxy.restore()],
    ["were forgotten", (proxy: CuttableProxy) => proxy.forget()],
  ])("gives every right verdict although all its connections %s meanwhile", async (_, end) => {
    for (const [problemId, count] of [
      ["many", CASES],
      ["one", 1],
    ] as const) {
      expect(await grade("many")).toEqual([200, "ACCEPTED", CASES]);
      built.freeze();
      for (const proxy of proxies) end(proxy);
      const graded = grade(problemId);
      built.thaw();
      expect(await graded).toEqual([200, "ACCEPTED", count]);
    }
  });

  it("gives them although its pooled connections are reset while it goes on", async () => {
    expect(await grade("many")).toEqual([200, "ACCEPTED", CASES]);
    for (const proxy of proxies) proxy.restore();
    expect(await grade("one")).toEqual([200, "ACCEPTED", 1]);
  });
});
