import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Item } from "../../../api/adapters/item.js";
import { SEED_FOLDER } from "../../../dev/seed/seed-problems.js";
import { useProblemFolders } from "../../support/cli/problem-folders.js";
import { runCommand } from "../../support/cli/run-command.js";
import { startWorld, type World } from "../../support/world.js";

const folders = useProblemFolders();
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const GOOD = {
  "problem.yaml": "title: Double\ntags: [numbers]\nepsilon: 0.5\n",
  "statement.md": "Return twice the number.\n",
  "starter.py": "def solution(n):\n    return n\n",
  "cases.json": '[{"input": 2, "expected_output": 4.0}, {"input": 3, "expected_output": 6}]',
};

type Options = Parameters<typeof runCommand>[1];

const run = (args: readonly string[], options: Options = {}) =>
  runCommand(["problem", ...args, "--endpoint", world.url], { folder: folders.root, ...options });

const stored = async (problemId: string): Promise<Item> =>
  (await world.request(`/dev/problems/${problemId}`)).body;

async function pushed(name: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await folders.write(name, { ...GOOD, ...files });
  expect(await run(["push", name, "--yes"])).toMatchObject({ status: 0 });
  return folder;
}

describe("problem push", () => {
  it("shows what it would write, and writes it when somebody says yes", async () => {
    await folders.write("first", GOOD);
    const { status, out, err } = await run(["push", "first"], { answers: ["y"] });
    expect(err).toBe(
      `To be written to the dev server ${world.url}:\nfirst\n  + new, with 2 cases\n  ? epsilon is not read, since the judgeType is equal.\nDo this? [y/N] `,
    );
    expect(out).toMatch(/^first is there\. testSetHash [0-9a-f]{64}\n$/);
    expect(status).toBe(0);
    expect(await stored("first")).toMatchObject({
      title: "Double",
      description: GOOD["statement.md"],
      starterCode: GOOD["starter.py"],
      finalTestCases: GOOD["cases.json"],
      listed: "Y",
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it.each([
    [{ answers: ["n"] }, 1, "Nothing was written.\n"],
    [{ answers: [""] }, 1, "Nothing was written.\n"],
    [{}, 2, "there is no terminal to ask on. Add --yes to have it done.\n"],
  ])("writes nothing unless somebody says yes: %j", async (options, status, sentence) => {
    await folders.write("declined", GOOD);
    const end = await run(["push", "declined"], options);
    expect(end).toMatchObject({ status, out: "" });
    expect(end.err.endsWith(sentence)).toBe(true);
    expect((await world.request("/dev/problems/declined")).status).toBe(404);
  });

  it("shows every difference, and tells where verdicts are by other tests from now on", async () => {
    await pushed("changed");
    await folders.write("changed", {
      "problem.yaml": "title: Twice\nepsilon: 0.5\nlisted: false\n",
      "statement.md": "Return\ntwice\nthe number.\n",
      "cases.json":
        '[{"input": 2, "expected_output": 5}, {"input": 3, "expected_output": 6}, {"input": 1, "expected_output": 2}]',
    });
    const { err } = await run(["push", "changed"], { answers: ["n"] });
    for (const line of [
      '~ title: "Double" → "Twice"',
      "~ description: 1 line → 3 lines",
      '- tags: ["numbers"]',
      '- listed: "Y"',
      "~ finalTestCases: changed 1",
      "+ finalTestCases: added 3",
      "! verdicts so far were by other tests: regrade the problem's submissions",
    ]) {
      expect(err).toContain(`  ${line}\n`);
    }
  });

  it("has nothing to do the second time, nor after what was only stored otherwise", async () => {
    await pushed("same");
    const item = await stored("same");
    const { documents, tables } = world.stack;
    const Item = { ...item, tags: new Set(["numbers"]) };
    await documents.send(new PutCommand({ TableName: tables.problems, Item }));
    expect(await run(["push", "same"])).toEqual({
      status: 0,
      out: "same is as it was.\n",
      err: "",
    });
  });

  it("keeps a problem's place in the list, and that it is unlisted", async () => {
    const createdAt = "2020-01-01T00:00:00Z";
    const { documents, tables } = world.stack;
    const Item = { problemId: "kept", createdAt, finalTestCases: "[]" };
    await documents.send(new PutCommand({ TableName: tables.problems, Item }));
    await pushed("kept");
    const item = await stored("kept");
    expect(item).toMatchObject({ createdAt, listed: false, title: "Double" });
  });

  it.each(["longest-climb", "triangle-areas", "course-order"])(
    "replaces a problem with lists, numbers and packed cases: %s",
    async (problemId) => {
      const files = await readFile(join(SEED_FOLDER, problemId, "problem.yaml"), "utf8");
      await run(["pull", problemId, `edited-${problemId}`]);
      await folders.write(`edited-${problemId}`, {
        "problem.yaml": `problemId: ${problemId}\n${files.replace(/title: .*/, "title: Edited")}`,
      });
      const { status, out } = await run(["push", `edited-${problemId}`, "--yes"]);
      expect({ status, out }).toMatchObject({
        status: 0,
        out: expect.stringContaining("is there"),
      });
      expect(await stored(problemId)).toMatchObject({ title: "Edited" });
    },
  );

  it.each([
    ["a title", { title: "Theirs" }],
    ["a tag", { tags: ["a", "c"] }],
    ["a group's points", { groups: [{ id: "g", points: 3 }] }],
    ["one that is new", { difficulty: "hard" }],
  ])(
    "leaves a problem alone of which somebody else changes meanwhile: %s",
    async (what, theirs) => {
      const name = `contested-${what.replaceAll(/\W/g, "-")}`;
      const settings = "title: Mine\ntags: [a, b]\ngroups: [{ id: g, points: 2 }]\n";
      await pushed(name, { "problem.yaml": settings });
      await folders.write(name, { "problem.yaml": `${settings}difficulty: easy\n` });
      const before = await stored(name);
      const { status, err } = await run(["push", name], {
        ask: async () => {
          await world.putProblem({ ...before, ...theirs, problemId: name });
          return "y";
        },
      });
      expect(status).toBe(1);
      expect(err).toContain(`${name} has been changed by somebody else since it was read`);
      expect(await stored(name)).toMatchObject(theirs);
    },
  );

  it("refuses what could not be graded, or is there twice, before anything is written", async () => {
    await folders.write("usable", GOOD);
    await folders.write("unusable", { ...GOOD, "problem.yaml": "io: stdin\n" });
    const { status, err } = await run(["push", "usable", "unusable", "--yes"]);
    expect(status).toBe(1);
    expect(err).toMatch(/^Nothing was written:\nunusable: The io of this problem must be/);
    await folders.write("other", { ...GOOD, "problem.yaml": "problemId: usable\n" });
    const twins = await run(["push", "usable", "other", "--yes"]);
    expect([twins.status, twins.err]).toEqual([1, expect.stringContaining("folders are usable")]);
    expect((await world.request("/dev/problems/usable")).status).toBe(404);
  });

  it("stores many cases as gzip, and says what is too large even so", async () => {
    const cases = (text: (at: number) => string) =>
      JSON.stringify(
        Array.from({ length: 500 }, (_, at) => ({ input: text(at), expected_output: at })),
      );
    await pushed("packed", { "cases.json": cases((at) => `${at}`.repeat(400)) });
    expect(await stored("packed")).toMatchObject({ finalTestCases: { gzip: expect.any(String) } });
    const noise = (at: number) =>
      Array.from({ length: 100 }, (_, index) => Math.sin(at * 100 + index)).join(" ");
    await folders.write("huge", { ...GOOD, "cases.json": cases(noise) });
    const { status, err } = await run(["push", "huge", "--yes"]);
    expect(status).toBe(3);
    expect(err).toMatch(/larger than the 400 KB that an item of the table can have/);
  });

  it("tells programs what was done, as one JSON document", async () => {
    await folders.write("for-programs", GOOD);
    const { out } = await run(["push", "for-programs", "--yes", "--json"]);
    expect(JSON.parse(out)).toEqual({
      problems: [
        {
          problemId: "for-programs",
          testSetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          isChanged: true,
          differences: ["+ new, with 2 cases"],
        },
      ],
    });
  });
});

describe("problem pull", () => {
  it("writes a folder that has nothing to be pushed", async () => {
    for (const problemId of ["course-order", "longest-climb", "triangle-areas"]) {
      const pulled = await run(["pull", problemId]);
      expect(pulled).toMatchObject({ status: 0, err: "" });
      const pushedAgain = await run(["push", problemId]);
      expect(pushedAgain).toEqual({ status: 0, out: `${problemId} is as it was.\n`, err: "" });
    }
    const statement = "course-order/statement.ko.md";
    expect(await readFile(join(folders.root, statement), "utf8")).toBe(
      await readFile(join(SEED_FOLDER, statement), "utf8"),
    );
  });

  it("asks before it writes over files, and leaves solutions alone", async () => {
    const folder = await pushed("mine", { "solutions/accepted/a.py": "def solution(n): ..." });
    await folders.write("mine", { "statement.md": "Changed here.\n" });
    const declined = await run(["pull", "mine"], { answers: ["n"] });
    expect(declined.status).toBe(1);
    expect(declined.err).toContain("~ statement.md, in place of the one that is there");
    expect(await readFile(join(folder, "statement.md"), "utf8")).toBe("Changed here.\n");
    expect((await run(["pull", "mine", "--yes"])).out).toContain(": 2 files are new or other");
    await folders.write("mine", { "statement.md": "Changed again.\n" });
    expect((await run(["pull", "mine", "--yes"])).out).toContain(": 1 file is new or another");
    expect(await readFile(join(folder, "statement.md"), "utf8")).toBe(GOOD["statement.md"]);
    expect(await readFile(join(folder, "solutions/accepted/a.py"), "utf8")).toContain("solution");
  });

  it.each([
    [["pull", "nowhere"], 1, "There is no problem nowhere on"],
    [["pull", "../up"], 2, "Name a folder: ../up can be the name of none."],
  ])("says what is wrong: %j", async (args, status, sentence) => {
    const end = await run(args);
    expect(end.status).toBe(status);
    expect(end.err).toContain(sentence);
  });
});

describe("problem remove", () => {
  it("removes a problem once somebody says yes", async () => {
    await pushed("gone");
    const removed = await run(["remove", "gone"], { answers: ["yes"] });
    expect(removed).toMatchObject({ status: 0, out: "gone is removed.\n" });
    expect(removed.err).toContain("- gone (Double)");
    expect(await run(["remove", "gone", "--yes"])).toEqual({
      status: 1,
      out: "",
      err: `There is no problem gone on the dev server ${world.url}: problem list names those that there are.\n`,
    });
  });
});
