import { afterAll, beforeAll, expect, it } from "vitest";
import { LiveLines } from "../../api/http/grade/live-lines.js";
import { readLive } from "../support/http/live-answer.js";
import { startWorld, type World } from "../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

it("an input that its author wrote over several lines is told live in one", async () => {
  const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "N" });
  const body =
    '{"executionMode": "RUN_CUSTOM_TESTS", "userCode": "x", "customTestCases": [[1,\n 2.0], {"a":\r\n"b\\n"}]}';
  const response = await fetch(`${world.url}/grade`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${idToken}`,
      "Content-Type": "application/json",
      Accept: "application/x-ndjson",
    },
    body,
  });
  const live = readLive(response);
  const lines: string[] = [];
  for (let line = await live.nextLine(); line !== undefined; line = await live.nextLine()) {
    if (line.trim() !== "") lines.push(line);
  }
  const told = lines.map((line) => JSON.parse(line).event);
  expect(told).toEqual(["started", "case", "case", "ran"]);
  expect(JSON.parse(lines[2] ?? "").input).toEqual({ a: "b\n" });
  expect(lines[1]).toContain("2.0");
});

it("signs of life are not kept for a reader who does not take them", async () => {
  const lines = new LiveLines();
  lines.write("{}");
  for (let second = 0; second < 1000; second += 1) lines.showLife();
  const live = readLive(new Response(lines.body));
  expect((await live.nextLine())?.trim()).toBe("{}");
  lines.showLife();
  lines.end();
  expect([await live.nextLine(), await live.nextLine()]).toEqual(["", undefined]);
});
