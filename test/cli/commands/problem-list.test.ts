import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../support/cli/run-command.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const list = (...options: string[]) =>
  runCommand(["problem", "list", "--endpoint", world.url, ...options]);

it("lists every problem of a dev server, one a line", async () => {
  await world.putProblem({ problemId: "an-unlisted-one", finalTestCases: [] });
  const { status, out, err } = await list();
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toMatch(/^an-unlisted-one +Title\n/);
  expect(out).toMatch(/^rotate-matrix +easy +listed +Quarter Turns$/m);
});

it("lists them as one JSON document for programs", async () => {
  const { out } = await list("--json");
  const { problems } = JSON.parse(out);
  expect(problems).toContainEqual({
    problemId: "rotate-matrix",
    title: "Quarter Turns",
    difficulty: "easy",
    listed: "Y",
    createdAt: "2026-09-23T09:00:00Z",
  });
});
