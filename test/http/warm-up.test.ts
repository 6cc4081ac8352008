import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  functionError,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

const USER = { sub: "opener", nickname: "Opener" };

describe("POST /warm-up", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
  });
  beforeEach(() => lambda.play(() => ({ body: '{"warm":true}' })));
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  async function warmUp(init: RequestInit = {}, path = "/warm-up") {
    const idToken = await world.stack.userPool.issueIdToken(USER);
    const headers = { Authorization: `Bearer ${idToken}` };
    return world.request(path, { method: "POST", headers, ...init });
  }

  it("has one environment of the caller's made ready, and runs no code", async () => {
    const { status, text, headers } = await warmUp();
    expect([status, text]).toEqual([204, ""]);
    expect(headers.get("X-Request-Id")).toMatch(/./);
    const asked = lambda.invocations.map((one) => [one.payload, one.headers["x-amz-tenant-id"]]);
    expect(asked).toEqual([['{"warm_up":true}', "opener"]]);
  });

  it.each(["javascript", "nodejs24"])("has one for %s made ready", async (language) => {
    expect((await warmUp({}, `/warm-up?language=${language}`)).status).toBe(204);
    const payloads = lambda.invocations.map(({ payload }) => payload);
    expect(payloads).toEqual(['{"warm_up":true,"language":"javascript"}']);
  });

  it.each([
    ["language=cobol", /: language: .* "cobol"; there is: python3\.12, javascript$/],
    ["language=", /: language: is empty$/],
    ["language=python&language=javascript", /: language: is sent more than once$/],
  ])("asks nobody for ?%s", async (query, error) => {
    const { status, body } = await warmUp({}, `/warm-up?${query}`);
    expect([status, body.code]).toEqual([400, "InvalidInput"]);
    expect(body.error).toMatch(error);
    expect(lambda.invocations).toEqual([]);
  });

  it("takes whatever body comes along, as nothing", async () => {
    expect((await warmUp({ body: "{" })).status).toBe(204);
    expect(lambda.invocations.map(({ payload }) => payload)).toEqual(['{"warm_up":true}']);
  });

  it.each([
    ["busy", throttled],
    ["broken", () => functionError("Runtime.ExitError", "died")],
  ])("is 204 too when the executor is %s, which is asked once", async (_, script) => {
    lambda.play(script);
    expect((await warmUp()).status).toBe(204);
    expect(lambda.invocations).toHaveLength(1);
  });

  it("is answered although the executor does not answer", async () => {
    lambda.play(() => "silence");
    const startedAt = performance.now();
    expect((await warmUp()).status).toBe(204);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it("says in the log why there was none to be had", async () => {
    lambda.play(throttled);
    const answer = await warmUp();
    const requestId = answer.headers.get("X-Request-Id");
    const line = { event: "executor.notWarmed", requestId, reason: "TooManyRequestsException" };
    expect(world.logLines).toContainEqual(line);
  });

  it("asks nobody without a token, nor by another method", async () => {
    expect((await warmUp({ headers: {} })).status).toBe(401);
    const { status, headers } = await warmUp({ method: "GET" });
    expect([status, headers.get("Allow")]).toEqual([405, "POST, OPTIONS"]);
    expect(lambda.invocations).toEqual([]);
  });
});

describe("on the development server", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  it("the first run takes the environment that POST /warm-up has started", async () => {
    const idToken = await world.stack.userPool.issueIdToken(USER);
    const headers = { Authorization: `Bearer ${idToken}` };
    const environments = () =>
      world.stack.lambda?.environments().map(({ id, tenantId }) => [id, tenantId]);
    for (const _ of [1, 2, 3]) await world.request("/warm-up", { method: "POST", headers });
    const [warm, ...others] = environments() ?? [];
    expect([warm?.[1], others]).toEqual(["opener", []]);
    const custom = { executionMode: "RUN_CUSTOM_TESTS", customTestCases: [1] };
    const { body } = await world.grade({ ...custom, userCode: "def solution(n): return n" }, USER);
    expect(body.results[0].runCodeOutput.returnValue).toBe(1);
    expect(environments()).toEqual([warm]);
  });
});
