import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLive } from "../support/http/live-answer.js";
import { GOOD_BODY, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await putEchoProblem(world);
});
afterAll(() => world.close());

describe("whether an answer is live", () => {
  it.each([
    ["application/x-ndjson", true],
    ["application/x-ndjson, application/json", true],
    ["application/json, application/x-ndjson", true],
    ["text/html, application/x-ndjson;q=0.5, */*;q=0.1", true],
    ["Application/X-NDJSON", true],
    ["application/x-ndjson;q=0", false],
    ["application/json, application/x-ndjson;q=0.5", false],
    ["application/x-ndjson; charset=utf-8", true],
    ['application/x-ndjson;q="1", text/plain;note="a, application/json"', true],
    ["application/x-ndjson, */*", true],
    ["application/x-ndjson;q=0.9, application/*;q=0.9, */*", true],
    ["application/x-ndjson;q=0.5, */*", false],
    ["application/x-ndjson;q=0.5, application/*;q=0.9, */*;q=0.1", false],
    ["application/x-ndjson;q=0.5, application/json;q=0.1, */*", true],
    [",;q=1,, application/x-ndjson", true],
    ["application/*", false],
    ["*/*", false],
    ["application/x-ndjsonp", false],
    ["", false],
  ])("goes by what is accepted: %s", async (accept, isLive) => {
    const { response } = await startLive(world, GOOD_BODY, { accept });
    const type = response.headers.get("Content-Type");
    expect(type).toBe(isLive ? "application/x-ndjson" : "application/json");
    await response.text();
  });
});
