import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SubmissionSummary } from "../../api/domain/submission.js";
import type { SubmissionCursor, SubmissionList } from "../../api/domain/submission-list.js";
import type { SubmissionStore } from "../../api/ports.js";
import { listSubmissions } from "../../api/usecases/list-submissions.js";

const LIST: SubmissionList = { filters: {}, sortOrder: "ASC" };
const NEVER = new AbortController().signal;

/** A table whose entries are in the list or not, of which each reading looks at the next few. */
function table(areInList: readonly boolean[], readings: readonly number[], tellsEnd: boolean) {
  const entries = areInList.map((isInList, n) => ({
    isInList,
    summary: { submissionId: `s-${n}`, submissionTime: n } as SubmissionSummary,
  }));
  let reading = 0;
  const submissions: Pick<SubmissionStore, "listPage"> = {
    async listPage(_, after, limit) {
      expect(limit).toBeGreaterThan(0);
      const first = after === undefined ? 0 : after.submissionTime + 1;
      const looked = entries.slice(first, first + (readings[reading % readings.length] ?? 1));
      reading += 1;
      const items = looked.filter(({ isInList }) => isInList).map(({ summary }) => summary);
      const isEnd = first + looked.length >= entries.length;
      // DynamoDB does not always notice that it stopped at the very end.
      const isOver = looked.length === 0 || (isEnd && tellsEnd);
      return { items, cursor: isOver ? undefined : looked.at(-1)?.summary };
    },
  };
  const ids = entries.flatMap(({ isInList, summary }) => (isInList ? [summary.submissionId] : []));
  return { submissions, ids };
}

const anyTable = fc
  .tuple(
    fc.array(fc.boolean(), { maxLength: 40 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
  )
  .map((settings) => table(...settings));

const anyPageSize = fc.integer({ min: 1, max: 7 });

async function pages(
  { submissions }: Pick<ReturnType<typeof table>, "submissions">,
  pageSize: number,
  deadline = NEVER,
): Promise<string[][]> {
  const read: string[][] = [];
  let after: SubmissionCursor | undefined;
  do {
    const request = { list: LIST, pageSize, after, deadline };
    const { items, next } = await listSubmissions({ submissions }, request);
    read.push(items.map(({ submissionId }) => submissionId));
    after = next;
  } while (after !== undefined);
  return read;
}

describe("listSubmissions", () => {
  it("gives everything once, in full pages but the last, which alone has nothing behind it", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, anyPageSize, async (anything, pageSize) => {
        const { ids } = anything;
        const count = Math.max(1, Math.ceil(ids.length / pageSize));
        const expected = Array.from({ length: count }, (_, page) =>
          ids.slice(page * pageSize, (page + 1) * pageSize),
        );
        expect(await pages(anything, pageSize)).toEqual(expected);
      }),
    );
  });

  it("gives everything once in shorter pages when the deadline leaves time for one reading", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, anyPageSize, async (anything, pageSize) => {
        const read = await pages(anything, pageSize, AbortSignal.abort());
        expect(read.flat()).toEqual(anything.ids);
        expect(Math.max(...read.map((page) => page.length))).toBeLessThanOrEqual(pageSize);
      }),
    );
  });

  it("stops at the deadline where it is, and says where to go on", async () => {
    const { submissions } = table([true, false, false, true], [2], true);
    const request = { list: LIST, pageSize: 5, deadline: AbortSignal.abort() };
    const { items, next } = await listSubmissions({ submissions }, request);
    expect(items.map(({ submissionId }) => submissionId)).toEqual(["s-0"]);
    expect(next).toMatchObject({ submissionId: "s-1" });
  });
});
