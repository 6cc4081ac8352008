import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  echo,
  echoFirst,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import { startLive } from "../support/http/live-answer.js";
import { putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const SUBMISSION = { userCode: "x", problemId: "echo" };
const CUSTOM = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x", customTestCases: [1, 2, 3] };
const numbers = (events: { caseNumber: number }[]) => events.map(({ caseNumber }) => caseNumber);

let lambda: ScriptedLambda;
let world: World;
beforeAll(async () => {
  lambda = await startScriptedLambda();
  world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
  await putEchoProblem(world, [1, 2, 3, 4, 5, 6]);
});
afterEach(() => lambda.play());
afterAll(async () => {
  await world.close();
  await lambda.close();
});

/** Holds the invocation that begins with this input until it is let go. All take so long that each goes alone. */
function hold(input: unknown) {
  const held = Promise.withResolvers<void>();
  lambda.play(async ({ event }) => {
    const [beginning] = event.inputs;
    if (beginning === input) await held.promise;
    const answered = event.inputs.slice(0, beginning === 1 ? 2 : 1);
    return results(answered.map((one) => output({ returnValue: one, executionTimeMs: 1000 })));
  });
  return held.resolve;
}

describe("a submission that is told live", () => {
  it("begins with its id and how many cases there are, and ends with the plain answer", async () => {
    const [started, ...others] = await (await startLive(world, SUBMISSION)).rest();
    const graded = others.pop();
    expect(started).toEqual({
      event: "started",
      submissionId: expect.any(String),
      totalCaseCount: 6,
    });
    const { submissionId } = started;
    const plain = await world.grade({ ...SUBMISSION, submissionId });
    expect(graded).toEqual({ event: "graded", ...plain.body });
    expect(others).toEqual(
      plain.body.results.map((result: object) => ({ event: "case", ...result })),
    );
  });

  it("is stored by the time its last line says so", async () => {
    const events = await (await startLive(world, SUBMISSION)).rest();
    const { submissionId, status } = events.at(-1);
    expect(await world.storedSubmission(submissionId)).toMatchObject({ status });
  });

  it("tells each case as soon as the invocation that ran it has answered", async () => {
    const letGo = hold(3);
    const live = await startLive(world, SUBMISSION);
    expect((await live.next()).event).toBe("started");
    const early = [];
    for (let told = 0; told < 5; told += 1) early.push(await live.next());
    expect(numbers(early).sort()).toEqual([1, 2, 4, 5, 6]);
    letGo();
    const [held, graded, ...more] = await live.rest();
    expect([held.caseNumber, graded.status, more]).toEqual([3, "ACCEPTED", []]);
    expect(numbers(graded.results)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("begins a second after it has started though nothing has answered, and shows a sign of life each second", async () => {
    const letGo = hold(1);
    const live = await startLive(world, SUBMISSION);
    expect(await live.nextLine()).toContain('"started"');
    expect([await live.nextLine(), await live.nextLine()]).toEqual(["", ""]);
    letGo();
    expect((await live.rest()).at(-1).event).toBe("graded");
  });

  it("pads its first line, so that nothing on the way holds it back", async () => {
    const live = await startLive(world, SUBMISSION);
    const line = await live.nextLine();
    expect(line?.length).toBeGreaterThan(16 * 1024);
    expect(line?.trimEnd().length).toBeLessThan(200);
    await live.rest();
  });

  it("says that it is NDJSON, to be neither stored nor transformed", async () => {
    const { response, rest } = await startLive(world, SUBMISSION);
    expect(response.headers.get("Content-Type")).toBe("application/x-ndjson");
    expect(response.headers.get("Cache-Control")).toBe("no-store, no-transform");
    expect(response.headers.get("Content-Encoding")).toBeNull();
    expect(response.headers.get("X-Request-Id")).toBeTruthy();
    await rest();
  });

  it("has one line in the log, written at its end, of the whole time it took", async () => {
    const letGo = hold(3);
    const live = await startLive(world, SUBMISSION);
    const requestId = live.response.headers.get("X-Request-Id");
    const logged = () =>
      world.logLines.filter((line) => line.event === "request" && line.requestId === requestId);
    for (let told = 0; told < 6; told += 1) await live.next();
    expect(logged()).toEqual([]);
    letGo();
    await live.rest();
    await expect.poll(logged).toMatchObject([{ status: 200, durationMs: expect.any(Number) }]);
  });

  it("is graded and stored though its reader hangs up", async () => {
    const letGo = hold(3);
    const live = await startLive(world, SUBMISSION);
    const { submissionId } = await live.next();
    await live.hangUp();
    letGo();
    await expect
      .poll(() => world.storedSubmission(submissionId))
      .toMatchObject({ status: "ACCEPTED", passedCaseCount: 6 });
  });

  it("has its cases without an order, but every one once, when an invocation dies", async () => {
    lambda.play((invocation) => {
      const isCulprit = invocation.event.inputs.some((input) => input === 2);
      return isCulprit ? { status: 500, body: "{}" } : echo(invocation);
    });
    const events = await (await startLive(world, SUBMISSION)).rest();
    const cases = events.slice(1, -1);
    expect(numbers(cases).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(cases.filter(({ status }) => status !== "ACCEPTED")).toMatchObject([
      { caseNumber: 2, status: "INTERNAL_ERROR", reason: "EXECUTOR_ERROR" },
    ]);
  });
});

describe("what is wrong before the first case", () => {
  it("is a plain answer with its status", async () => {
    const missing = await startLive(world, { ...SUBMISSION, problemId: "none" });
    expect(missing.response.status).toBe(404);
    expect(missing.response.headers.get("Content-Type")).toContain("application/json");
    const invalid = await startLive(world, { problemId: "echo" });
    expect(invalid.response.status).toBe(400);
  });

  it("may be a busy executor, where that shows soon", async () => {
    lambda.play(throttled);
    const { response } = await startLive(world, SUBMISSION);
    // Back-off may last longer than what an answer waits to begin.
    if (response.status === 503) expect(response.headers.get("Retry-After")).toBe("2");
    else expect(await response.text()).toContain('"event":"failed","status":503');
  });
});

describe("what goes wrong later", () => {
  it("is the last line, with its status and all that the plain answer has", async () => {
    let calls = 0;
    lambda.play((invocation) => {
      calls += 1;
      return calls === 1 ? echoFirst(2, invocation) : throttled();
    });
    const live = await startLive(world, SUBMISSION);
    const events = await live.rest();
    expect(events.map(({ event }) => event)).toEqual(["started", "case", "case", "failed"]);
    const requestId = live.response.headers.get("X-Request-Id");
    expect(events.at(-1)).toEqual({
      event: "failed",
      status: 503,
      error: expect.stringContaining("busy"),
      code: "ExecutorBusy",
      requestId,
      retryAfterSeconds: 2,
    });
    const logged = () => world.logLines.filter((line) => line.requestId === requestId);
    await expect.poll(logged).toMatchObject([{ status: 503, code: "ExecutorBusy" }]);
    expect(await world.storedSubmission(events[0].submissionId)).toBeUndefined();
  });

  it("may be that another user has taken the id", async () => {
    const submissionId = "taken-live";
    await world.grade({ ...SUBMISSION, submissionId }, { sub: "other", nickname: "Other" });
    const events = await (await startLive(world, { ...SUBMISSION, submissionId })).rest();
    expect(events.at(-1)).toMatchObject({
      event: "failed",
      status: 409,
      code: "SubmissionIdTaken",
    });
  });
});

describe("custom tests that are told live", () => {
  it("begin with how many there are, and end with the plain answer", async () => {
    const [started, ...others] = await (await startLive(world, CUSTOM)).rest();
    const ran = others.pop();
    const plain = await world.grade(CUSTOM);
    expect(started).toEqual({ event: "started", totalCaseCount: 3 });
    expect(ran).toEqual({ event: "ran", ...plain.body });
    expect(others).toEqual(
      plain.body.results.map((result: object) => ({ event: "case", ...result })),
    );
  });

  it("keep every digit", async () => {
    lambda.play(() => ({
      body: JSON.stringify({ results: [output({ returnValue: "@" })] }).replace(
        '"@"',
        "12345678901234567890.0",
      ),
    }));
    const { response } = await startLive(world, { ...CUSTOM, customTestCases: [1] });
    expect((await response.text()).match(/12345678901234567890\.0/g)).toHaveLength(2);
  });

  it("fail where they are too large even when cut, and tell no more than twice what fits", async () => {
    const returnValue = "x".repeat(512 * 1024);
    lambda.play(({ event }) => results(event.inputs.map(() => output({ returnValue }))));
    const customTestCases = Array.from({ length: 30 }, (_, index) => index);
    const { response } = await startLive(world, { ...CUSTOM, customTestCases });
    const text = await response.text();
    expect(text.length).toBeLessThan(11 * 1024 * 1024);
    expect(text).toContain('"event":"failed","status":413');
  });

  it("cut what one writes where all could not be told, as the whole answer is", async () => {
    const stdout = "y".repeat(64 * 1024);
    lambda.play(({ event }) => results(event.inputs.map(() => output({ stdout }))));
    const customTestCases = Array.from({ length: 100 }, (_, index) => index);
    const events = await (await startLive(world, { ...CUSTOM, customTestCases })).rest();
    const cases = events.slice(1, -1);
    expect(cases).toHaveLength(100);
    expect(cases[7].runCodeOutput).toMatchObject({ stdoutTruncated: true });
    expect(cases[7].runCodeOutput.stdout).toHaveLength(4096);
    expect(events.at(-1).event).toBe("ran");
  });
});
