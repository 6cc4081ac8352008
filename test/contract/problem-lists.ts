import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { LANGUAGES } from "../../api/domain/language.js";
import { SORT_ORDERS, type SortOrder } from "../../api/domain/list-page.js";
import type { ProblemCursor } from "../../api/domain/problem-list.js";
import type { ProblemStore } from "../../api/ports.js";
import { listProblems } from "../../api/usecases/list-problems.js";
import type { LocalDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";

/** Four times for them all, so that each is shared by many. */
const PROBLEMS = Array.from({ length: 30 }, (_, n) => ({
  problemId: `problem-${n}`,
  createdAt: `2026-01-0${1 + (n % 4)}T00:00:00Z`,
  listed: n % 5 === 0 ? "N" : "Y",
  title: `Title ${n}`,
  title_translated: `제목 ${n}`,
  tags: new Set(["sets", "a"]),
  description: "which no list shows",
}));

const NEVER = new AbortController().signal;

/** What the list of problems must be on every DynamoDB; skipped, by name, where `start` is not to be had. */
export function describeProblemLists(
  name: string,
  start: (() => Promise<LocalDynamoDb>) | undefined,
): void {
  describe.skipIf(start === undefined)(`the list of problems on ${name}`, () => {
    let tables: StartedTables | undefined;
    let problems: ProblemStore;
    const sent: (string | undefined)[] = [];

    beforeAll(async () => {
      if (start === undefined) return;
      tables = await startTables(start);
      const { client, raw } = tables;
      watch(client);
      problems = dynamoProblems(client, "problems", true);
      for (const Item of [...PROBLEMS, { problemId: "without-a-time", listed: "Y" }]) {
        await raw.send(new PutCommand({ TableName: "problems", Item }));
      }
    });
    afterAll(() => tables?.close());

    function watch(client: DynamoDBDocumentClient): void {
      client.middlewareStack.add((next, { commandName }) => (args) => {
        sent.push(commandName);
        return next(args);
      });
    }

    async function pages(sortOrder: SortOrder, pageSize: number): Promise<string[][]> {
      const read: string[][] = [];
      let after: ProblemCursor | undefined;
      do {
        const request = { sortOrder, pageSize, after, deadline: NEVER };
        const { items, next } = await listProblems({ problems, languages: LANGUAGES }, request);
        read.push(items.map(({ problemId }) => problemId));
        after = next;
      } while (after !== undefined);
      return read;
    }

    it.each(SORT_ORDERS)(
      "has what is listed and has a time, each once, by time: %s",
      async (order) => {
        const ids = (await pages(order, 100)).flat();
        const listed = PROBLEMS.filter((one) => one.listed === "Y");
        expect(ids.toSorted()).toEqual(listed.map(({ problemId }) => problemId).toSorted());
        const times = ids.map((id) => listed.find((one) => one.problemId === id)?.createdAt ?? "");
        expect(times).toEqual(order === "ASC" ? times.toSorted() : times.toSorted().toReversed());
      },
    );

    it.each(SORT_ORDERS)("is the same in pages of any size: %s", async (order) => {
      const whole = (await pages(order, 100)).flat();
      for (const pageSize of [1, 2, 3, 5, 8, 23, 24, 25]) {
        const full = Array.from({ length: Math.ceil(whole.length / pageSize) }, (_, page) =>
          whole.slice(page * pageSize, (page + 1) * pageSize),
        );
        expect(await pages(order, pageSize)).toEqual(full);
      }
    });

    it("is one query a page, of which each problem brings all that is shown", async () => {
      sent.length = 0;
      const request = { sortOrder: "ASC", pageSize: 1, deadline: NEVER } as const;
      const { items } = await listProblems({ problems, languages: LANGUAGES }, request);
      expect(sent).toEqual(["QueryCommand"]);
      const [first] = items;
      const number = first?.problemId.slice("problem-".length);
      expect(first).toEqual({
        problemId: first?.problemId,
        createdAt: "2026-01-01T00:00:00Z",
        title: `Title ${number}`,
        titleTranslated: `제목 ${number}`,
        difficulty: null,
        tags: ["a", "sets"],
        io: "function",
        languages: ["python3.12", "javascript"],
      });
    });
  });
}
