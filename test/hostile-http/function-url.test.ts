import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import {
  type BuiltFunction,
  ORIGIN_SECRET,
  passedHeaders,
  startBuiltFunction,
} from "../support/aws/built-function.js";
import { functionUrlEvent } from "../support/aws/function-url-event.js";
import { type ScriptedLambda, startScriptedLambda } from "../support/aws/scripted-lambda.js";
import { GOOD_BODY, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";
import { HOSTILE_BODIES } from "./bodies/all.js";
import type { HostileBody } from "./bodies/hostile-body.js";
import { customText } from "./bodies/request-text.js";
import { HOSTILE_EVENTS } from "./events.js";
import { EXPECTED_OUTPUT, type Expected, expectAnswer, expectNoLeak } from "./expected.js";

describe("a hostile event of the function URL", () => {
  let dynamoDb: LocalDynamoDb;
  let lambda: ScriptedLambda;
  let world: World;
  let built: BuiltFunction;
  let usual: ReturnType<typeof passedHeaders>;

  beforeAll(async () => {
    [dynamoDb, lambda] = await Promise.all([startDynamoDb(), startScriptedLambda()]);
    world = await startWorld({ dynamoDbEndpoint: dynamoDb.endpoint });
    await putEchoProblem(world, [EXPECTED_OUTPUT]);
    built = await startBuiltFunction(world, {
      dynamoDb: dynamoDb.endpoint,
      lambda: lambda.endpoint,
    });
    const idToken = await world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "One" });
    usual = passedHeaders(idToken);
  });
  afterAll(async () => {
    await built.close();
    await world.close();
    await Promise.all([dynamoDb.close(), lambda.close()]);
  });

  async function expectHeld(event: unknown, expected: Expected) {
    built.takeLines();
    const answer = await built.invoke(event);
    expectAnswer(answer, expected);
    expectNoLeak(answer, [usual.authorization, ORIGIN_SECRET]);
    const next = await built.invoke(
      functionUrlEvent("POST", "/grade", { headers: usual, body: customText("[1.5]") }),
    );
    expect(next.text).toContain('"returnValue":1.5,');
    const lines = built.takeLines();
    expect(lines.join()).not.toMatch(/eyJ[\w-]{10}/);
    // Whatever is printed is a line of the log, and none of them is about a fault of ours.
    const faults = lines.map((line) => JSON.parse(line)).filter(({ status }) => status >= 500);
    expect(faults).toEqual([]);
  }

  /** Header lines as the URL passes them on: named in small letters, joined by commas. */
  function passed({ headers = [], without = [] }: HostileBody[1]): Record<string, string> {
    const all = new Headers(usual);
    for (const name of without) all.delete(name);
    for (const line of headers) {
      const [name = "", value = ""] = line.split(/: ?(.*)/s);
      all.append(name, value);
    }
    return Object.fromEntries(all);
  }

  describe.each(Object.entries(HOSTILE_BODIES))("%s", (_, bodies) => {
    it.each(bodies)("has its answer: %s", async (_name, parts, expected) => {
      const { body = JSON.stringify(GOOD_BODY) } = parts;
      const headers = passed(parts);
      const encoded = { body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
      await expectHeld(functionUrlEvent("POST", "/grade", { headers, ...encoded }), expected);
      if (typeof body !== "string") return;
      await expectHeld(functionUrlEvent("POST", "/grade", { headers, body }), expected);
    });
  });

  it("is one line of the log, without its values, when it is no request", async () => {
    const lines: Record<string, unknown>[] = [];
    await built.invoke({ source: "aws.events", detail: { key: "value-of-the-event" } });
    // Lines come through a pipe: after the answer, and maybe after those of the test before.
    await vi.waitFor(() => {
      lines.push(...built.takeLines().map((line) => JSON.parse(line)));
      expect(lines.filter(({ members }) => String(members) === "source,detail")).toEqual([
        {
          timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
          level: "WARN",
          event: "event.refused",
          requestId: expect.any(String),
          fault: "event: is not a request to the function's URL",
          members: ["source", "detail"],
        },
      ]);
    }, 10_000);
  });

  it.each(HOSTILE_EVENTS)("has its answer: %s", async (_, make, expected) => {
    await expectHeld(make(usual), expected);
  });
});
