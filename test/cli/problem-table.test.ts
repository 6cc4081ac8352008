import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProblemTable } from "../../cli/publishing/problem-table.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { findDynoxide, startDynoxide } from "../support/aws/dynoxide.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";

const dynoxide = findDynoxide();
const caseList = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    input: [at, { deep: `${at}` }],
    expected_output: at,
  }));

/** With everything that a table can hold. */
const ITEM = {
  problemId: "contested",
  title: "Mine",
  epsilon: 0.5,
  listed: "Y",
  languages: new Set(["python3.12", "javascript"]),
  packed: new Uint8Array([1, 2, 3]),
  starterCode: { "python3.12": "pass" },
  groups: [],
  note: null,
  finalTestCases: caseList(100),
};

const CHANGES: readonly [string, object][] = [
  ["a text", { title: "Theirs" }],
  ["a number", { epsilon: 0.25 }],
  ["a set", { languages: new Set(["python3.12"]) }],
  ["bytes", { packed: new Uint8Array([1, 2, 4]) }],
  ["a text in a map", { starterCode: { "python3.12": "..." } }],
  ["an empty list", { groups: [{ id: "new" }] }],
  [
    "one value deep in a long list",
    {
      finalTestCases: caseList(100).with(73, { input: [73, { deep: "74" }], expected_output: 73 }),
    },
  ],
  ["the order of a long list", { finalTestCases: caseList(100).toReversed() }],
  ["an attribute that is new", { difficulty: "hard" }],
];

for (const [name, start] of [
  ["dynalite", () => startDynamoDb()],
  ["dynoxide", dynoxide === undefined ? undefined : () => startDynoxide(dynoxide)],
] as const) {
  describe.skipIf(start === undefined)(`the table of problems on ${name}`, () => {
    let tables: StartedTables | undefined;
    let table: ProblemTable;
    const put = (item: object) =>
      tables?.raw.send(new PutCommand({ TableName: "problems", Item: { ...item } }));

    beforeAll(async () => {
      if (start === undefined) return;
      tables = await startTables(start);
      table = new ProblemTable({
        items: tables.raw,
        name: "the test",
        outputs: { problemsTableName: "problems" } as never,
      });
    });
    afterAll(() => tables?.close());

    it("replaces and removes an item that is as it was read", async () => {
      await put(ITEM);
      const before = await table.get("contested");
      await table.put(before, { ...ITEM, title: "Next", difficulty: "easy" });
      const after = await table.get("contested");
      expect(after).toMatchObject({ title: "Next", difficulty: "easy" });
      await table.remove(after ?? {});
      expect(await table.get("contested")).toBeUndefined();
    });

    it.each(CHANGES)(
      "leaves an item alone that has another value meanwhile: %s",
      async (_, theirs) => {
        await put(ITEM);
        const before = await table.get("contested");
        await put({ ...ITEM, ...theirs });
        const refusal = { ending: "no", message: expect.stringContaining("by somebody else") };
        const after = { ...ITEM, title: "Next", difficulty: "easy" };
        await expect(table.put(before, after)).rejects.toMatchObject(refusal);
        expect(await table.get("contested")).toMatchObject(theirs);
      },
    );

    it("does not remove an item that has another value meanwhile, deep in it", async () => {
      await put(ITEM);
      const before = await table.get("contested");
      await put({
        ...ITEM,
        finalTestCases: caseList(100).with(3, { input: [], expected_output: 0 }),
      });
      await expect(table.remove(before ?? {})).rejects.toMatchObject({ ending: "no" });
      expect(await table.get("contested")).toBeDefined();
    });

    it("puts no new item in the place of one that has come meanwhile", async () => {
      await put(ITEM);
      await expect(table.put(undefined, { ...ITEM, title: "Next" })).rejects.toMatchObject({
        ending: "no",
      });
      expect(await table.get("contested")).toMatchObject({ title: "Mine" });
    });
  });
}
