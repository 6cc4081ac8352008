import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { getAs } from "../support/http/get-as.js";
import { idsOf } from "../support/ids-of.js";
import { startWorld, type World } from "../support/world.js";

const START = 1_700_000_000;

/** More than one query looks through to find the few of a problem. */
const COUNT = 510;

describe("a page of GET /submissions", () => {
  let world: World;
  let seconds = START;
  let isTimeUp = false;

  beforeAll(async () => {
    world = await startWorld({
      settings: {
        clock: {
          now: () => seconds * 1000,
          timeout: (ms) => (isTimeUp ? AbortSignal.abort() : AbortSignal.timeout(ms)),
        },
      },
    });
    const finalTestCases = [{ input: 1, expected_output: 1 }];
    await world.putProblem({ problemId: "busy", finalTestCases });
    await world.putProblem({ problemId: "calm", finalTestCases });
    const items = Array.from({ length: COUNT }, (_, n) =>
      gradedSubmission({
        submissionId: `m${n}`,
        userId: "many",
        problemId: n >= COUNT - 3 ? "rare" : "usual",
        submissionTime: START + Math.floor(n / 10),
      }),
    );
    await putSubmissions(world.stack.documents, world.stack.tables.submissions, items);
  });
  beforeEach(() => {
    isTimeUp = false;
  });
  afterAll(() => world.close());

  const list = async (query: Readonly<Record<string, string>> = {}) => {
    const answer = await getAs(world, `/submissions?${new URLSearchParams(query)}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it("goes on exactly where it was when newer submissions have come meanwhile", async () => {
    const query = { problemId: "busy" };
    const submit = async (submissionId: string) => {
      seconds += 1;
      const user = { sub: `of-${submissionId}`, nickname: "Busy" };
      await world.grade({ userCode: "x", problemId: "busy", submissionId }, user);
    };
    for (const id of ["b1", "b2", "b3", "b4"]) await submit(id);
    const first = await list({ ...query, pageSize: "2" });
    await submit("b5");
    const second = await list({ ...query, lastEvaluatedKey: first.lastEvaluatedKey });
    expect([idsOf(first), idsOf(second)]).toEqual([
      ["b4", "b3"],
      ["b2", "b1"],
    ]);
  });

  it("shows null for a name that was too long to be stored", async () => {
    const nickname = "가".repeat(683);
    const body = { userCode: "x", problemId: "calm", submissionId: "long-name" };
    await world.grade(body, { sub: "long-name", nickname });
    const { items } = await list({ userId: "long-name" });
    expect(items).toMatchObject([{ submissionId: "long-name", author: null, userId: "long-name" }]);
  });

  it("gives 20 unless told, and up to 100", async () => {
    expect((await list({ userId: "many" })).count).toBe(20);
    const page = await list({ userId: "many", pageSize: "100" });
    expect(page.count).toBe(100);
    expect(page.lastEvaluatedKey).not.toBeNull();
  });

  it("finds the few of a problem among them", async () => {
    const query = { userId: "many", problemId: "rare", sortOrder: "ASC" };
    expect(await list({ ...query, pageSize: "3" })).toMatchObject({
      count: 3,
      lastEvaluatedKey: null,
    });
    expect(await list({ ...query, pageSize: "2" })).toMatchObject({
      count: 2,
      lastEvaluatedKey: expect.any(String),
    });
  });

  it("answers with what it has when time runs out, and goes on from there", async () => {
    isTimeUp = true;
    const query = { userId: "many", problemId: "rare", sortOrder: "ASC" };
    const first = await list(query);
    expect(first).toMatchObject({ items: [], count: 0, lastEvaluatedKey: expect.any(String) });
    isTimeUp = false;
    const { lastEvaluatedKey } = first;
    expect(await list({ ...query, lastEvaluatedKey })).toMatchObject({
      count: 3,
      lastEvaluatedKey: null,
    });
  });
});
