import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createGraderClient } from "../../client/create-grader-client.js";
import type { ExactGraderClientOptions } from "../../client/exact-values.js";
import type { GraderClientOptions } from "../../client/grader-client.js";
import { holdAfterFirst } from "../support/aws/hold-after-first.js";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
  throttled,
} from "../support/aws/scripted-lambda.js";
import {
  type ScriptedAnswer,
  type ScriptedService,
  startScriptedService,
} from "../support/aws/scripted-service.js";
import { GOOD_BODY, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const CUSTOM = { userCode: "x", customTestCases: [1] };

async function all<Event>(events: AsyncIterable<Event>): Promise<Event[]> {
  const told: Event[] = [];
  for await (const event of events) told.push(event);
  return told;
}

describe("a live call to the service", () => {
  let lambda: ScriptedLambda;
  let world: World;
  let token: string;
  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
    await putEchoProblem(world, [1, 2, 3]);
    token = await world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "One" });
  });
  afterEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const options = () => ({ baseUrl: world.url, getIdToken: () => token });

  it("yields each event as it comes, and ends with what grade resolves to", async () => {
    const letGo = holdAfterFirst(lambda);
    const client = createGraderClient(options());
    const told: string[] = [];
    for await (const event of client.gradeLive(GOOD_BODY)) {
      told.push(event.event);
      if (event.event === "case" && event.caseNumber === 1) letGo();
      if (event.event !== "graded") continue;
      const { event: _, ...graded } = event;
      const { submissionId } = graded;
      expect(await client.getSubmission(submissionId)).toMatchObject({ score: 100 });
      expect(graded).toEqual(await client.grade({ ...GOOD_BODY, submissionId }));
    }
    expect(told).toEqual(["started", "case", "case", "case", "graded"]);
  });

  it("yields what custom tests did, the last of it as runCustomTests resolves to it", async () => {
    const client = createGraderClient(options());
    const [started, one, ran] = await all(client.runCustomTestsLive(CUSTOM));
    const { results: whole, executionMode } = await client.runCustomTests(CUSTOM);
    expect(started).toEqual({ event: "started", totalCaseCount: 1 });
    expect(one).toEqual({ event: "case", ...whole[0] });
    expect(ran).toEqual({ event: "ran", executionMode, results: whole });
  });

  it("gives exact values as their texts, in every event", async () => {
    const client = createGraderClient({ ...options(), exactValues: true });
    const customTestCases = ["12345678901234567890"];
    const [, one, ran] = await all(client.runCustomTestsLive({ userCode: "x", customTestCases }));
    expect(one).toMatchObject({ event: "case", input: customTestCases[0] });
    expect(ran).toMatchObject({ event: "ran", results: [{ input: customTestCases[0] }] });
  });

  it("ends its request when the loop is left, and the submission is graded all the same", async () => {
    const letGo = holdAfterFirst(lambda);
    const client = createGraderClient(options());
    let submissionId = "";
    for await (const event of client.gradeLive(GOOD_BODY)) {
      if (event.event === "started") submissionId = event.submissionId;
      if (event.event === "case") break;
    }
    letGo();
    await expect
      .poll(() => world.storedSubmission(submissionId))
      .toMatchObject({ status: "ACCEPTED" });
  });

  it("throws what failed on the way as the error that grade rejects with", async () => {
    lambda.play(({ event }) =>
      event.inputs[0] === 1 ? results([output({ returnValue: 1 })]) : throttled(),
    );
    await expect(all(createGraderClient(options()).gradeLive(GOOD_BODY))).rejects.toMatchObject({
      name: "GraderError",
      code: "ExecutorBusy",
      status: 503,
      retryAfterSeconds: 2,
      requestId: expect.any(String),
    });
  });

  it("throws what was wrong from the beginning", async () => {
    const call = createGraderClient(options()).gradeLive({ ...GOOD_BODY, problemId: "none" });
    await expect(all(call)).rejects.toMatchObject({ code: "ProblemNotFound", status: 404 });
  });
});

describe("a live call", () => {
  let service: ScriptedService;
  beforeAll(async () => {
    service = await startScriptedService();
  });
  afterAll(() => service.close());

  const client = (options: Partial<GraderClientOptions> = {}) =>
    createGraderClient({ baseUrl: service.url, getIdToken: () => "token", ...options });
  const exact = (options: Partial<ExactGraderClientOptions> = {}) =>
    createGraderClient({
      baseUrl: service.url,
      getIdToken: () => "token",
      ...options,
      exactValues: true,
    });
  const ndjson = (...lines: string[]): ScriptedAnswer => ({
    status: 200,
    headers: { "Content-Type": "application/x-ndjson", "X-Request-Id": "r" },
    body: lines.join("\n"),
  });
  const error = (code: string): ScriptedAnswer => ({
    status: 503,
    headers: { "Retry-After": "0" },
    body: { error: "No.", code, requestId: "r" },
  });
  const STARTED = '{"event":"started","submissionId":"s","totalCaseCount":1}';
  const GRADED = '{"event":"graded","score":100}';

  it("asks for events, and takes a plain answer too", async () => {
    service.play({ status: 200, body: { score: 100 } });
    expect(await all(client().gradeLive(GOOD_BODY))).toEqual([{ event: "graded", score: 100 }]);
    expect(service.received[0]?.headers.accept).toBe("application/x-ndjson, application/json");
  });

  it("makes of a plain answer with exact values the last event", async () => {
    const text =
      '{"executionMode":"RUN_CUSTOM_TESTS_RESULTS","results":[{"input":1.0,"runCodeOutput":{"returnValue":2.0}}]}';
    service.play({ status: 200, body: text });
    const [ran] = await all(
      exact().runCustomTestsLive({ userCode: "x", customTestCases: ["1.0"] }),
    );
    expect(ran).toMatchObject({
      event: "ran",
      results: [{ input: "1.0", runCodeOutput: { returnValue: "2.0" } }],
    });
  });

  it("overlooks padding and signs of life", async () => {
    service.play(ndjson(STARTED + " ".repeat(20_000), "", "", GRADED, ""));
    const told = await all(client().gradeLive(GOOD_BODY));
    expect(told.map(({ event }) => event)).toEqual(["started", "graded"]);
  });

  it("is repeated while nothing has begun, where grade is", async () => {
    service.play(error("ExecutorBusy"), ndjson(STARTED, GRADED, ""));
    expect(await all(client().gradeLive(GOOD_BODY))).toHaveLength(2);
    expect(service.received).toHaveLength(2);
    service.play(error("StorageUnavailable"));
    await expect(all(client().gradeLive(GOOD_BODY))).rejects.toThrow("No.");
    expect(service.received).toHaveLength(1);
  });

  it.each([
    [
      "a busy executor",
      '{"event":"failed","status":503,"code":"ExecutorBusy","error":"No.","requestId":"r"}\n',
      "ExecutorBusy",
    ],
    ["a broken line", '{"event":"ca\n', "UnexpectedAnswer"],
    ["a line that is no event", "[]\n", "UnexpectedAnswer"],
    ["an end before the last event", "", "NetworkError"],
    ["half a last event", GRADED.slice(0, -1), "NetworkError"],
  ])("is never repeated once it has begun: %s", async (_, line, code) => {
    service.play(ndjson(STARTED, line));
    const told: string[] = [];
    const call = async () => {
      for await (const { event } of client().gradeLive(GOOD_BODY)) told.push(event);
    };
    await expect(call()).rejects.toMatchObject({ name: "GraderError", code });
    expect([told, service.received.length]).toEqual([["started"], 1]);
  });

  it("carries the verdict that could not be stored", async () => {
    const failed = {
      event: "failed",
      status: 503,
      code: "SubmissionNotSaved",
      error: "Not saved.",
    };
    const line = JSON.stringify({ ...failed, requestId: "r", result: { score: 50 } });
    service.play(ndjson(STARTED, line, ""));
    await expect(all(client().gradeLive(GOOD_BODY))).rejects.toMatchObject({
      message: "Not saved.",
      requestId: "r",
      result: { score: 50 },
    });
  });

  it("is given up by its signal, with the signal's reason, and its request ends", async () => {
    service.play("half");
    const controller = new AbortController();
    const told = all(client().gradeLive(GOOD_BODY, { signal: controller.signal }));
    const { closed } = await service.nextRequest();
    controller.abort("gone");
    await expect(told).rejects.toBe("gone");
    await closed;
  });

  it("is given up when its time is over, however much has come", async () => {
    service.play("half");
    const told = all(client().gradeLive(GOOD_BODY, { timeoutMs: 50 }));
    await expect(told).rejects.toMatchObject({ code: "Timeout" });
  });

  it("asks nothing before somebody listens", async () => {
    service.play(ndjson(STARTED, GRADED, ""));
    client().gradeLive(GOOD_BODY);
    expect(service.received).toEqual([]);
  });
});
