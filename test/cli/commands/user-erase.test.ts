import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dynamoCallerSlots } from "../../../api/adapters/dynamo-caller-slots.js";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import { runCommand } from "../../support/cli/run-command.js";
import { gradedSubmission } from "../../support/graded-submission.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const erase = (sub: string, options: readonly string[] = [], answers?: readonly string[]) =>
  runCommand(["user", "erase", sub, "--endpoint", world.url, ...options], answers && { answers });

async function put(userId: string, count: number, author = "Jimin"): Promise<void> {
  const all = Array.from({ length: count }, (_, index) =>
    gradedSubmission({ userId, author, submissionTime: 1_790_000_000 + index }),
  );
  await putSubmissions(world.stack.documents, world.stack.tables.submissions, all);
}

async function countOf(userId: string): Promise<number> {
  const { Items = [] } = await world.stack.documents.send(
    new ScanCommand({ TableName: world.stack.tables.submissions }),
  );
  return Items.filter((item) => item.userId === userId).length;
}

it("erases every submission of the person, and nobody else's", async () => {
  await put("ann", 230);
  await put("bob", 3);
  const { status, out, err } = await erase("ann", ["--yes"]);
  expect({ status, out }).toEqual({ status: 0, out: "" });
  expect(err).toContain(
    `Erase of the dev server ${world.url} for good: ann (Jimin): 230 submissions of 1 problem, from 2026-09-21 to 2026-09-21.`,
  );
  expect(err).toContain("Erased: 230 submissions, 0 slots. Read again: nothing of ann is left");
  expect(err).toContain("Elsewhere, and not touched by this");
  expect([await countOf("ann"), await countOf("bob")]).toEqual([0, 3]);
});

it("erases the person's slots too", async () => {
  const slots = dynamoCallerSlots(world.stack.documents, {
    tableName: world.stack.tables.callerSlots,
    limits: { submission: 2, customRun: 2 },
  });
  await slots.take("cid", "submission");
  await slots.take("cid", "customRun");
  await slots.take("cid and more", "submission");
  const { err } = await erase("cid", ["--yes"]);
  expect(err).toContain("Erased: 0 submissions, 2 slots.");
  const { Items = [] } = await world.stack.documents.send(
    new ScanCommand({ TableName: world.stack.tables.callerSlots }),
  );
  expect(Items.map(({ slot }) => slot)).toEqual(["cid and more submission 1"]);
});

it.each([
  [["no"], 1],
  [undefined, 2],
] as const)("erases nothing unless somebody says yes: %j", async (answers, expected) => {
  await put(`careful-${expected}`, 2);
  const { status, err } = await erase(`careful-${expected}`, [], answers);
  expect(status).toBe(expected);
  expect(err).toContain("2 submissions of 1 problem");
  expect(err).toContain("Nothing was written");
  expect(await countOf(`careful-${expected}`)).toBe(2);
});

it("shows a name on one line, whatever is in it", async () => {
  await put("mallory", 1, "Jimin\n\x1b[1A\x1b[KErase of nothing");
  const { err } = await erase("mallory", [], ["no"]);
  expect(err).toContain(
    "mallory (Jimin \\u001b[1A\\u001b[KErase of nothing): 1 submission of 1 problem",
  );
});

it("tells programs what it did, and what is left elsewhere, as JSON", async () => {
  await put("eve", 2);
  const { out } = await erase("eve", ["--yes", "--json"]);
  expect(JSON.parse(out)).toEqual({
    userId: "eve",
    submissionCount: 2,
    slotCount: 0,
    stillListedCount: 0,
    remaining: expect.arrayContaining([expect.stringContaining("drafts of their code")]),
  });
});

it("says so when nothing is stored of them", async () => {
  const { status, err } = await erase("nobody");
  expect(status).toBe(0);
  expect(err).toContain("Nothing is stored of nobody. It has to be the sub of their tokens");
});

it("goes on where it was stopped", async () => {
  await put("fay", 60);
  const controller = new AbortController();
  const args = ["user", "erase", "fay", "--endpoint", world.url, "--yes"];
  const stopped = runCommand(args, { signal: controller.signal });
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const look = setInterval(async () => {
    if ((await countOf("fay")) < 60) resolve();
  }, 5);
  await begun;
  clearInterval(look);
  controller.abort();
  const { status, err } = await stopped;
  // It may have come to its end at that very moment.
  if (status !== 0) {
    expect(status).toBe(130);
    expect(err).toMatch(/^Not all of it is erased: start again to erase the rest\.$/m);
  }
  expect((await erase("fay", ["--yes"])).status).toBe(0);
  expect(await countOf("fay")).toBe(0);
});
