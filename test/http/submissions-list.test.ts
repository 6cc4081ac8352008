import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { idsOf } from "../support/ids-of.js";
import { startWorld, type World } from "../support/world.js";

const ANN = { sub: "ann", nickname: "Ann" };
const BEN = { sub: "ben", nickname: "Ben" };
/** Another Ann: lists by author are not lists by user. */
const OTHER_ANN = { sub: "other-ann", nickname: "Ann" };

const START = 1_700_000_000;

describe("GET /submissions", () => {
  let world: World;
  let seconds = START;

  beforeAll(async () => {
    world = await startWorld({
      settings: {
        clock: { now: () => seconds * 1000, timeout: AbortSignal.timeout },
      },
    });
    for (const [problemId, title] of Object.entries({ one: "First", two: "Second" })) {
      const finalTestCases = [
        { input: 1, expected_output: 1 },
        { input: 2, expected_output: 3 },
      ];
      const title_translated = `제목 ${title}`;
      await world.putProblem({ problemId, title, title_translated, finalTestCases });
    }
    // Two a second.
    for (const [n, user] of [ANN, BEN, OTHER_ANN, ANN, BEN, ANN, ANN, BEN].entries()) {
      seconds = START + Math.floor(n / 2);
      const problemId = n % 3 === 0 ? "two" : "one";
      const body = { userCode: "secret code", submissionId: `s${n}`, problemId };
      expect((await world.grade(body, user)).status).toBe(200);
    }
  });
  afterAll(() => world.close());

  const list = async (query: Readonly<Record<string, string>> = {}, user = BEN) => {
    const answer = await getAs(world, `/submissions?${new URLSearchParams(query)}`, user);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  const sortedIds = async (query: Readonly<Record<string, string>>) =>
    idsOf(await list(query)).sort();

  it("shows the summary of each submission and nothing else, to anybody", async () => {
    const page = await list({ userId: "other-ann" }, BEN);
    expect(page).toStrictEqual({
      items: [
        {
          submissionId: "s2",
          problemId: "one",
          problemTitle: "First",
          problemTitleTranslated: "제목 First",
          userId: "other-ann",
          author: "Ann",
          language: "python3.12",
          status: "WRONG_ANSWER",
          executionTime: 0.001,
          submissionTime: START + 1,
          score: 50,
          passedCaseCount: 1,
          totalCaseCount: 2,
        },
      ],
      lastEvaluatedKey: null,
      count: 1,
    });
  });

  it.each([
    [{}, ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"]],
    [{ userId: "ann" }, ["s0", "s3", "s5", "s6"]],
    [{ author: "Ann" }, ["s0", "s2", "s3", "s5", "s6"]],
    [{ problemId: "two" }, ["s0", "s3", "s6"]],
    [{ problemTitle: "First" }, ["s1", "s2", "s4", "s5", "s7"]],
    [{ problemTitleTranslated: "제목 Second" }, ["s0", "s3", "s6"]],
    [{ userId: "ann", problemId: "one" }, ["s5"]],
    [{ author: "Ann", problemId: "one" }, ["s2", "s5"]],
    [{ userId: "nobody" }, []],
    [{ userId: "ann", problemId: "three" }, []],
    // What is not known is ignored, as in a body.
    [{ userId: "ann", page: "7", __proto__: "x", constructor: "x" }, ["s0", "s3", "s5", "s6"]],
  ])("lists by %j", async (query, ids) => {
    expect(await sortedIds(query)).toEqual(ids);
  });

  it("begins with the newest, or with the oldest when asked to", async () => {
    const times = async (query: Readonly<Record<string, string>>) =>
      (await list(query)).items.map(
        (item: { submissionTime: number }) => item.submissionTime - START,
      );
    expect(await times({})).toEqual([3, 3, 2, 2, 1, 1, 0, 0]);
    expect(await times({ sortOrder: "DESC" })).toEqual([3, 3, 2, 2, 1, 1, 0, 0]);
    expect(await times({ sortOrder: "ASC" })).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it.each([{}, { author: "Ann" }, { author: "Ann", problemId: "two" }, { problemTitle: "First" }])(
    "goes on behind a page where that ended, whatever the sizes: %j",
    async (query) => {
      const whole = idsOf(await list(query));
      for (const pageSize of [1, 2, 3, 4, 5]) {
        const read: string[] = [];
        let cursor: string | null = null;
        do {
          const more: Record<string, string> = cursor === null ? {} : { lastEvaluatedKey: cursor };
          const page = await list({ ...query, pageSize: String(pageSize), ...more });
          expect(page.count).toBe(Math.min(pageSize, whole.length - read.length));
          expect(page.count).toBe(page.items.length);
          read.push(...idsOf(page));
          cursor = page.lastEvaluatedKey;
        } while (cursor !== null);
        expect(read).toEqual(whole);
      }
    },
  );

  it("takes a cursor for pages of another size", async () => {
    const whole = idsOf(await list());
    const { lastEvaluatedKey } = await list({ pageSize: "3" });
    expect(idsOf(await list({ lastEvaluatedKey, pageSize: "100" }))).toEqual(whole.slice(3));
  });

  it("takes a cursor of another user", async () => {
    const { lastEvaluatedKey } = await list({ pageSize: "3" }, ANN);
    expect((await list({ lastEvaluatedKey }, BEN)).count).toBe(5);
  });
});
