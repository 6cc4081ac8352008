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

it("shows what would steer the terminal as it is written, and changes nothing of it in JSON", async () => {
  const title = "\x1b[2J\x9b31mErased\x7f\rAll";
  await world.putProblem({ problemId: "steering", title, finalTestCases: [] });
  const { out } = await list();
  expect(out).toMatch(/^steering .*\\u001b\[2J\\u009b31mErased\\u007f\\u000dAll$/m);
  const json = await list("--json");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(out + json.out).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  expect(JSON.parse(json.out).problems).toContainEqual(
    expect.objectContaining({ problemId: "steering", title }),
  );
});
