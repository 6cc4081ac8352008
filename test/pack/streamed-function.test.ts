import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import {
  type BuiltFunction,
  passedHeaders,
  startBuiltFunction,
} from "../support/aws/built-function.js";
import { functionUrlEvent } from "../support/aws/function-url-event.js";
import { holdAfterFirst } from "../support/aws/hold-after-first.js";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { readLive } from "../support/http/live-answer.js";
import { GOOD_BODY, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

describe("the built function, which streams", () => {
  let dynamoDb: LocalDynamoDb;
  let lambda: ScriptedLambda;
  let world: World;
  let built: BuiltFunction;
  let headers: Record<string, string>;

  beforeAll(async () => {
    [dynamoDb, lambda] = await Promise.all([startDynamoDb(), startScriptedLambda()]);
    world = await startWorld({ dynamoDbEndpoint: dynamoDb.endpoint });
    await putEchoProblem(world, [1, 2, 3]);
    built = await startBuiltFunction(world, {
      dynamoDb: dynamoDb.endpoint,
      lambda: lambda.endpoint,
    });
    const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
    headers = passedHeaders(idToken);
  });
  afterEach(() => lambda.play());
  afterAll(async () => {
    await built.close();
    await world.close();
    await Promise.all([lambda.close(), dynamoDb.close()]);
  });

  const gradeEvent = () =>
    functionUrlEvent("POST", "/grade", {
      headers: { ...headers, accept: "application/x-ndjson" },
      body: JSON.stringify(GOOD_BODY),
    });

  it("tells a case while others still run", async () => {
    const letGo = holdAfterFirst(lambda);
    const { statusCode, headers: answered, body, ended } = await built.begin(gradeEvent());
    expect([statusCode, answered["content-type"]]).toEqual([200, "application/x-ndjson"]);
    const live = readLive(new Response(ReadableStream.from(body)));
    expect([(await live.next()).event, (await live.next()).caseNumber]).toEqual(["started", 1]);
    letGo();
    expect((await live.rest()).at(-1)).toMatchObject({ event: "graded", score: 100 });
    await ended;
  });

  it("grades and stores though its reader hangs up, before it lets itself be frozen", async () => {
    const letGo = holdAfterFirst(lambda);
    const { body, breakOff, ended } = await built.begin(gradeEvent());
    const live = readLive(new Response(ReadableStream.from(body)));
    const { submissionId } = await live.next();
    breakOff();
    letGo();
    await expect(ended).rejects.toThrow();
    expect(await world.storedSubmission(submissionId)).toMatchObject({ status: "ACCEPTED" });
    const next = await built.invoke(functionUrlEvent("GET", "/health", { headers }));
    expect([next.status, next.text]).toEqual([200, '{"status":"ok"}']);
  });

  it("leaves its answer to a reader who takes nothing, before Lambda would end it", async () => {
    const returnValue = "x".repeat(512 * 1024 - 100);
    lambda.play(({ event }) => results(event.inputs.map(() => output({ returnValue }))));
    const event = functionUrlEvent("POST", "/grade", {
      headers: { ...headers, accept: "application/x-ndjson" },
      body: JSON.stringify({
        executionMode: "RUN_CUSTOM_TESTS",
        userCode: "x",
        customTestCases: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      }),
    });
    built.takeLines();
    const { statusCode, ended } = await built.begin(event, 5000);
    expect(statusCode).toBe(200);
    await expect(ended).rejects.toThrow();
    const told = built.takeLines().map((line) => JSON.parse(line).event);
    expect(told.toSorted()).toEqual(["answer.unread", "request"]);
    const next = await built.invoke(functionUrlEvent("GET", "/health", { headers }));
    expect([next.status, next.text]).toEqual([200, '{"status":"ok"}']);
  });

  it("answers nothing but a head where there is no body", async () => {
    const asked = { origin: "https://site.example", "access-control-request-method": "POST" };
    const event = functionUrlEvent("OPTIONS", "/grade", { headers: asked });
    const preflight = await built.invoke(event);
    expect([preflight.status, preflight.text]).toEqual([204, ""]);
    const shown = await built.invoke(functionUrlEvent("GET", "/problems/echo", { headers }));
    const etag = shown.headers.get("etag") ?? expect.fail();
    const revalidated = { ...headers, "if-none-match": etag };
    const same = await built.invoke(
      functionUrlEvent("GET", "/problems/echo", { headers: revalidated }),
    );
    expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", etag]);
  });

  it("gives up a request in time for its last line, as for a plain answer", async () => {
    const letGo = holdAfterFirst(lambda);
    const { body, ended } = await built.begin(gradeEvent(), 3500);
    const events = await readLive(new Response(ReadableStream.from(body))).rest();
    letGo();
    expect(events.map(({ event, reason }) => [event, reason])).toEqual([
      ["started", undefined],
      ["case", undefined],
      ["case", "DEADLINE"],
      ["case", "DEADLINE"],
      ["graded", undefined],
    ]);
    await ended;
  });
});
