import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../api/http/app.js";
import {
  echoFirst,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { startLive } from "../support/http/live-answer.js";
import { postGrade, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const SUBMISSION = { userCode: "x", problemId: "echo" };
const TWO = { sub: "student-2", nickname: "Two" };

let lambda: ScriptedLambda;
let world: World;
beforeAll(async () => {
  lambda = await startScriptedLambda();
  world = await startWorld({
    executor: { kind: "endpoint", endpoint: lambda.endpoint },
    hasCallerLimits: true,
  });
  await putEchoProblem(world, [1, 2]);
});
afterEach(() => lambda.play());
afterAll(async () => {
  await world.close();
  await lambda.close();
});

/** Has every run need a second invocation, and holds those of the code "x" until they are let go. */
function holdSecond(): () => void {
  const held = Promise.withResolvers<void>();
  lambda.play(async (invocation) => {
    const { code_to_execute: code, inputs } = invocation.event;
    if (code === "x" && inputs[0] === 2) await held.promise;
    return echoFirst(1, invocation);
  });
  return held.resolve;
}

describe("what is refused", () => {
  const body = (fields: object) => JSON.stringify({ ...SUBMISSION, ...fields });
  const unnamed = async () => {
    const claims = { sub: "nobody", "cognito:username": undefined };
    const token = await world.stack.userPool.issueIdToken(claims);
    return { headers: { Authorization: `Bearer ${token}` } };
  };
  type Request = Parameters<typeof postGrade>[1];

  it.each<[number, string, () => Request | Promise<Request>]>([
    [400, "InvalidInput", () => ({ body: "{" })],
    [400, "InvalidInput", () => ({ body: body({ language: "cobol" }) })],
    [401, "Unauthorized", () => ({ headers: { Authorization: null } })],
    [401, "Unauthorized", () => ({ headers: { Authorization: "Bearer none" } })],
    [401, "MissingIdentity", unnamed],
    [404, "NotFound", () => ({ path: "/grades" })],
    [404, "ProblemNotFound", () => ({ body: body({ problemId: "none" }) })],
    [405, "MethodNotAllowed", () => ({ method: "GET", body: null })],
    [405, "MethodNotAllowed", () => ({ method: "PUT" })],
    [413, "PayloadTooLarge", () => ({ body: " ".repeat(1024 * 1024 + 1) })],
    [415, "UnsupportedMediaType", () => ({ headers: { "Content-Type": "text/plain" } })],
  ])("is refused live as it is plain: %i %s %#", async (status, code, request) => {
    const { headers = {}, ...others } = await request();
    const [plain, live] = await Promise.all(
      ["*/*", "application/x-ndjson"].map((Accept) =>
        postGrade(world, { ...others, headers: { ...headers, Accept } }),
      ),
    );
    expect(plain?.status).toBe(status);
    expect(plain?.body.code).toBe(code);
    expect(live?.body).toEqual({ ...plain?.body, requestId: expect.any(String) });
    const told = (answer: typeof plain) => {
      const { date: _, "x-request-id": id, ...rest } = Object.fromEntries(answer?.headers ?? []);
      return { ...rest, hasId: id !== undefined, status: answer?.status };
    };
    expect({ ...told(live), "content-length": 0 }).toEqual({ ...told(plain), "content-length": 0 });
  });

  it("is refused live as it is plain where it did not come through CloudFront", async () => {
    const originProtection = { kind: "secret-header", secrets: ["secret"] } as const;
    const guarded = createApp({ ...world.stack.deps, originProtection });
    const headers = { Accept: "application/x-ndjson" };
    const answer = await guarded.request("/grade", { method: "POST", headers });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "Forbidden" });
  });

  it("is a method other than POST, and a preflight is answered, whatever is accepted", async () => {
    const headers = {
      Accept: "application/x-ndjson",
      "Access-Control-Request-Method": "POST",
    };
    const head = await fetch(`${world.url}/grade`, { method: "HEAD", headers });
    expect([head.status, head.headers.get("Allow"), await head.text()]).toEqual([
      405,
      "POST, OPTIONS",
      "",
    ]);
    const preflight = await postGrade(world, { method: "OPTIONS", headers, body: null });
    expect([preflight.status, preflight.text]).toEqual([204, ""]);
  });

  it("is a third submission beside two slow ones, as an event once cases were told", async () => {
    const letGo = holdSecond();
    const two = await Promise.all([startLive(world, SUBMISSION), startLive(world, SUBMISSION)]);
    const slow = await Promise.all(two.map(async (live) => (await live.next()).submissionId));
    const submissionId = "third-of-one";
    const third = await (await startLive(world, { ...SUBMISSION, submissionId })).rest();
    expect(third.at(-1)).toMatchObject({
      event: "failed",
      status: 429,
      code: "TooManyRequests",
      retryAfterSeconds: 2,
    });
    expect(await world.storedSubmission(submissionId)).toBeUndefined();
    // Whoever hangs up holds nothing for longer than the grading lasts.
    for (const live of two) await live.hangUp();
    letGo();
    const graded = () =>
      world.logLines
        .filter(({ event }) => event === "submission.graded")
        .map((line) => line.submissionId);
    await expect.poll(graded).toEqual(expect.arrayContaining(slow));
    const after = await (await startLive(world, SUBMISSION)).rest();
    expect(after.at(-1)).toMatchObject({ event: "graded", score: 100 });
  });
});

describe("an id that two live submissions have at the same time", () => {
  it("is the other user's who was stored first: what comes after fails with 409", async () => {
    const submissionId = "of-two-users";
    const letGo = holdSecond();
    const late = await startLive(world, { ...SUBMISSION, submissionId });
    expect((await late.next()).submissionId).toBe(submissionId);
    const early = await startLive(
      world,
      { ...SUBMISSION, userCode: "y", submissionId },
      { student: TWO },
    );
    expect((await early.rest()).at(-1)).toMatchObject({ event: "graded", score: 100 });
    letGo();
    expect((await late.rest()).at(-1)).toMatchObject({
      event: "failed",
      status: 409,
      code: "SubmissionIdTaken",
    });
    const stored = await world.storedSubmission(submissionId);
    expect(stored).toMatchObject({ userId: TWO.sub, userCode: "y" });
  });

  it("is told to the end to both where they are the same user's, and the last one stays", async () => {
    const submissionId = "of-one-user";
    const letGo = holdSecond();
    const first = await startLive(world, { ...SUBMISSION, submissionId });
    expect((await first.next()).submissionId).toBe(submissionId);
    const second = await startLive(world, { ...SUBMISSION, userCode: "y", submissionId });
    expect((await second.rest()).at(-1)).toMatchObject({ event: "graded", submissionId });
    expect(await world.storedSubmission(submissionId)).toMatchObject({ userCode: "y" });
    letGo();
    expect((await first.rest()).at(-1)).toMatchObject({ event: "graded", submissionId });
    expect(await world.storedSubmission(submissionId)).toMatchObject({ userCode: "x" });
  });
});
