import {
  type DynamoDBDocumentClient,
  paginateQuery,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoSubmissions } from "../../api/adapters/dynamo-submissions.js";
import { SORT_ORDERS } from "../../api/domain/list-page.js";
import type { Submission } from "../../api/domain/submission.js";
import {
  SUBMISSION_FILTERS,
  type SubmissionCursor,
  type SubmissionList,
} from "../../api/domain/submission-list.js";
import type { SubmissionStore } from "../../api/ports.js";
import { SUBMISSION_INDEXES } from "../../api/tables.js";
import { listSubmissions } from "../../api/usecases/list-submissions.js";
import type { LocalDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { type StartedTables, startTables } from "../support/aws/start-tables.js";
import { gradedSubmission } from "../support/graded-submission.js";

/** Four seconds for them all, so that most times are shared by many. */
const SUBMISSIONS = Array.from({ length: 60 }, (_, n) =>
  gradedSubmission({
    submissionId: `submission-${n}`,
    submissionTime: 1_700_000_000 + (n % 4),
    userId: `user-${n % 3}`,
    author: n % 3 === 2 ? "A namesake" : `Author ${n % 6}`,
    problemId: `problem-${n % 5}`,
    problemTitle: `Title ${n % 5}`,
    problemTitleTranslated: `제목 ${n % 2}`,
  }),
);

const LISTS: SubmissionList["filters"][] = [
  {},
  { userId: "user-0" },
  { author: "A namesake" },
  { problemId: "problem-4" },
  { problemTitle: "Title 3" },
  { problemTitleTranslated: "제목 1" },
  { userId: "user-1", problemId: "problem-2" },
  { author: "A namesake", problemId: "problem-0" },
  { userId: "user-0", problemId: "nobody's" },
  { userId: "nobody" },
];

const CASES = LISTS.flatMap((filters) =>
  SORT_ORDERS.map((sortOrder) => ({ name: nameOf(filters), filters, sortOrder })),
);

function nameOf(filters: SubmissionList["filters"]): string {
  return Object.values(filters).join(" and ") || "nothing";
}

const NEVER = new AbortController().signal;

/** What lists must be on every DynamoDB; skipped, by name, where `start` is not to be had. */
export function describeSubmissionLists(
  name: string,
  start: (() => Promise<LocalDynamoDb>) | undefined,
): void {
  describe.skipIf(start === undefined)(`lists of submissions on ${name}`, () => {
    let tables: StartedTables | undefined;
    let raw: DynamoDBDocumentClient;
    let client: DynamoDBDocumentClient;
    let submissions: SubmissionStore;
    const sent: { command: string | undefined; input: QueryCommandInput }[] = [];

    beforeAll(async () => {
      if (start === undefined) return;
      tables = await startTables(start);
      ({ client, raw } = tables);
      client.middlewareStack.add((next, { commandName }) => (args) => {
        sent.push({ command: commandName, input: args.input as QueryCommandInput });
        return next(args);
      });
      submissions = dynamoSubmissions(client, "submissions");
      for (const submission of SUBMISSIONS) await submissions.put(submission);
    });

    afterAll(() => tables?.close());

    /** The ids of each page, from the first one on. */
    async function pages(list: SubmissionList, pageSize: number): Promise<string[][]> {
      const read: string[][] = [];
      let after: SubmissionCursor | undefined;
      do {
        const request = { list, pageSize, after, deadline: NEVER };
        const { items, next } = await listSubmissions({ submissions }, request);
        read.push(items.map(({ submissionId }) => submissionId));
        after = next;
      } while (after !== undefined);
      return read;
    }

    /** The ids of everything, in the order of the index itself. */
    async function whole({ filters, sortOrder }: SubmissionList): Promise<string[]> {
      const hashKey = SUBMISSION_FILTERS.find((filter) => filters[filter]) ?? "is_submission";
      const query = {
        TableName: "submissions",
        IndexName: SUBMISSION_INDEXES.find((index) => index.hashKey === hashKey)?.indexName,
        KeyConditionExpression: "#key = :key",
        ExpressionAttributeNames: { "#key": hashKey },
        ExpressionAttributeValues: { ":key": { is_submission: "Y", ...filters }[hashKey] },
        ScanIndexForward: sortOrder === "ASC",
      };
      const found: Submission[] = [];
      for await (const { Items = [] } of paginateQuery({ client: raw }, query))
        found.push(...(Items as Submission[]));
      return found.filter(isIn(filters)).map(({ submissionId }) => submissionId);
    }

    const isIn = (filters: SubmissionList["filters"]) => (submission: Submission) =>
      SUBMISSION_FILTERS.every(
        (filter) => (filters[filter] ?? submission[filter]) === submission[filter],
      );

    it.each(CASES)("by $name, $sortOrder, have every submission once, by time", async (list) => {
      const ids = (await pages(list, 100)).flat();
      const expected = SUBMISSIONS.filter(isIn(list.filters));
      expect(ids.toSorted()).toEqual(expected.map(({ submissionId }) => submissionId).toSorted());
      const times = ids.map(
        (id) => expected.find((one) => one.submissionId === id)?.submissionTime ?? 0,
      );
      const sorted = times.toSorted((a, b) => (list.sortOrder === "ASC" ? a - b : b - a));
      expect(times).toEqual(sorted);
    });

    it.each(CASES)("by $name, $sortOrder, are the same in pages of any size", async (list) => {
      const expected = await whole(list);
      for (const pageSize of [1, 2, 3, 4, 5, 6, 7]) {
        const full = Array.from({ length: Math.ceil(expected.length / pageSize) }, (_, page) =>
          expected.slice(page * pageSize, (page + 1) * pageSize),
        );
        expect(await pages(list, pageSize)).toEqual(full.length === 0 ? [[]] : full);
      }
    });

    it.each([
      [{}, "AllSubmissionsByTimeIndex"],
      [{ userId: "u" }, "UserIdSubmissionTimeIndex"],
      [{ author: "a" }, "AuthorSubmissionTimeIndex"],
      [{ problemId: "p" }, "ProblemIdSubmissionTimeIndex"],
      [{ problemTitle: "t" }, "ProblemTitleSubmissionTimeIndex"],
      [{ problemTitleTranslated: "t" }, "ProblemTitleTranslatedSubmissionTimeIndex"],
      [{ problemId: "p", userId: "u" }, "UserIdSubmissionTimeIndex"],
      [{ problemId: "p", author: "a" }, "AuthorSubmissionTimeIndex"],
    ])("by %j are one query a page on %s", async (filters, indexName) => {
      sent.length = 0;
      const list = { filters, sortOrder: "DESC" } as const;
      await listSubmissions({ submissions }, { list, pageSize: 20, deadline: NEVER });
      expect(sent.map(({ command }) => command)).toEqual(["QueryCommand"]);
      expect(sent[0]?.input.IndexName).toBe(indexName);
    });

    it("fill their pages past whatever one query looks through", async () => {
      const isWanted = (n: number) => n === 0 || n === 320 || n >= 503;
      const many = Array.from({ length: 510 }, (_, n) => ({
        ...gradedSubmission({ submissionId: `many-${n}`, userId: "busy", submissionTime: n }),
        problemId: isWanted(n) ? "rare" : "usual",
      }));
      await putSubmissions(raw, "submissions", many);
      const wanted = many.filter(({ problemId }) => problemId === "rare");
      const list = { filters: { userId: "busy", problemId: "rare" }, sortOrder: "ASC" } as const;
      const ids = wanted.map(({ submissionId }) => submissionId);
      expect(await pages(list, 2)).toEqual(
        Array.from({ length: Math.ceil(ids.length / 2) }, (_, page) =>
          ids.slice(page * 2, page * 2 + 2),
        ),
      );
    });
  });
}
