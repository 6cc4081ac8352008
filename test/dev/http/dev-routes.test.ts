import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../api/http/app.js";
import { type Listener, listen } from "../../../dev/http/listen.js";
import { startWorld, type World } from "../../support/world.js";

const JSON_TYPE = { "Content-Type": "application/json" };

describe("GET /health", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it("says ok without a token", async () => {
    const answer = await world.request("/health");
    expect([answer.status, answer.text]).toEqual([200, '{"status":"ok"}']);
  });
});

describe("what only a development server offers", () => {
  let world: World;
  let production: Listener;

  beforeAll(async () => {
    world = await startWorld();
    production = await listen(createApp(world.stack.deps).fetch, 0);
  });
  afterAll(async () => {
    await production.close();
    await world.close();
  });

  const putProblem = (problemId: string, body: string) =>
    world.request(`/dev/problems/${problemId}`, { method: "PUT", headers: JSON_TYPE, body });

  const gradeWith = (idToken: string, body: unknown) =>
    world.request("/grade", {
      method: "POST",
      headers: { ...JSON_TYPE, Authorization: `Bearer ${idToken}` },
      body: JSON.stringify(body),
    });

  it("gives a token to anybody, and the token grades as them", async () => {
    const answer = await world.request("/dev/token", {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify({ sub: "dev-1", nickname: "지민" }),
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ idToken: expect.any(String) });
    await putProblem("dev-token", '{"title":"T","finalTestCases":[{"input":1}]}');
    const graded = await gradeWith(answer.body.idToken, { userCode: "x", problemId: "dev-token" });
    expect(graded.status).toBe(200);
    const stored = await world.storedSubmission(graded.body.submissionId);
    expect(stored).toMatchObject({ userId: "dev-1", author: "지민" });
  });

  it.each(["{}", '{"sub":""}', '{"sub":5}', "{"])("gives no token for %s", async (body) => {
    const answer = await world.request("/dev/token", { method: "POST", headers: JSON_TYPE, body });
    expect([answer.status, answer.body.code]).toEqual([400, "InvalidInput"]);
  });

  it("stores a problem with its cases as they were written, and lists it", async () => {
    const item = { title: "D", title_translated: "디", judgeType: "equal", timeLimitSeconds: 1 };
    const cases =
      '[{"input":1.0,"expected_output":1e400},{"input":{"10":1,"9":2},"expected_output":null}]';
    const stored = await putProblem(
      "dev-put",
      `{"finalTestCases":${cases},${JSON.stringify(item).slice(1)}`,
    );
    expect([stored.status, stored.text]).toEqual([204, ""]);
    const list = await world.request("/dev/problems");
    expect(list.status).toBe(200);
    expect(list.body).toContainEqual(
      expect.objectContaining({ problemId: "dev-put", ...item, timeLimitMs: 1000 }),
    );
    const run = await gradeWith(
      await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" }),
      { userCode: "x", problemId: "dev-put" },
    );
    expect(run.body).toMatchObject({ problemTitle: "D", totalCaseCount: 2 });
    const problem = await world.stack.deps.problems.get("dev-put");
    expect(problem?.testCases.map(({ input }) => input)).toEqual(["1.0", '{"10":1,"9":2}']);
  });

  it("takes test cases as text as well, and keeps that text", async () => {
    const cases = '[ {"input": 1.0, "expected_output": 1.0} ]';
    const body = JSON.stringify({ title: "D", finalTestCases: cases });
    expect((await putProblem("dev-text", body)).status).toBe(204);
    const problem = await world.stack.deps.problems.get("dev-text");
    expect(problem?.testCases.map(({ input }) => input)).toEqual(["1.0"]);
  });

  it("stores the problem under the id of the path", async () => {
    await putProblem("dev-path", '{"problemId":"another","finalTestCases":[]}');
    await expect(world.stack.deps.problems.get("dev-path")).resolves.toBeDefined();
    await expect(world.stack.deps.problems.get("another")).resolves.toBeUndefined();
  });

  it("answers another method with 405", async () => {
    const answer = await world.request("/dev/token");
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toMatch(/\bPOST\b/);
  });

  it.each([
    ["POST", "/dev/token"],
    ["PUT", "/dev/problems/p"],
    ["GET", "/dev/problems"],
  ])("is not there in production: %s %s", async (method, path) => {
    const response = await fetch(`${production.url}${path}`, {
      method,
      headers: JSON_TYPE,
      body: method === "GET" ? null : '{"sub":"x"}',
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "NotFound" });
  });

  it("leaves everything else in production as it is", async () => {
    const response = await fetch(`${production.url}/health`);
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });

  it.each([
    ["a number out of range", "p", '{"epsilon":1e400}'],
    ["a number that would be rounded", "p", '{"epsilon":12345678901234567890}'],
    ["an id too long for a key", "p".repeat(2049), "{}"],
  ])("refuses a problem with %s", async (_, problemId, body) => {
    const init = { method: "PUT", headers: JSON_TYPE, body };
    const answer = await world.request(`/dev/problems/${problemId}`, init);
    expect(answer).toMatchObject({ status: 400, body: { code: "InvalidInput" } });
  });

  it("issues a token with whatever claims the caller asks for", async () => {
    const token = await world.stack.userPool.issueIdToken({ sub: "a", exp: 1, aud: "other" });
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({ sub: "a", exp: 1, aud: "other", token_use: "id" });
  });
});
