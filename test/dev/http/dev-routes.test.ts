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
    await world.putProblem({
      problemId: "dev-token",
      finalTestCases: [{ input: 1, expected_output: 1 }],
    });
    const graded = await gradeWith(answer.body.idToken, { userCode: "x", problemId: "dev-token" });
    expect(graded.status).toBe(200);
    const stored = await world.storedSubmission(graded.body.submissionId);
    expect(stored).toMatchObject({ userId: "dev-1", author: "지민" });
  });

  it("gives a token with the groups that are asked for, which make staff of anybody", async () => {
    const answer = await world.request("/dev/token", {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify({ sub: "teacher", nickname: "T", groups: ["staff"] }),
    });
    const headers = { Authorization: `Bearer ${answer.body.idToken}` };
    const read = await world.request("/problems/closest-number", { headers });
    expect(read.body.testCases).toHaveLength(read.body.totalCaseCount);
  });

  it.each([
    "{}",
    '{"sub":"a","groups":"staff"}',
    '{"sub":"a","groups":[""]}',
    '{"sub":""}',
    '{"sub":5}',
    "{",
  ])("gives no token for %s", async (body) => {
    const answer = await world.request("/dev/token", { method: "POST", headers: JSON_TYPE, body });
    expect([answer.status, answer.body.code]).toEqual([400, "InvalidInput"]);
  });

  it("answers another method with 405", async () => {
    const answer = await world.request("/dev/token");
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toMatch(/\bPOST\b/);
  });

  it.each([
    ["POST", "/dev/token"],
    ["PUT", "/dev/problems/p"],
    ["GET", "/dev/problems/p"],
    ["DELETE", "/dev/problems/p"],
    ["GET", "/dev/problems"],
  ])("is not there in production: %s %s", async (method, path) => {
    const response = await fetch(`${production.url}${path}`, {
      method,
      headers: JSON_TYPE,
      body: method !== "PUT" && method !== "POST" ? null : '{"sub":"x"}',
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "NotFound" });
  });

  it("leaves everything else in production as it is", async () => {
    const response = await fetch(`${production.url}/health`);
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });

  it("issues a token with whatever claims the caller asks for", async () => {
    const token = await world.stack.userPool.issueIdToken({ sub: "a", exp: 1, aud: "other" });
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({ sub: "a", exp: 1, aud: "other", token_use: "id" });
  });
});
