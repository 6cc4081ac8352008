import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDynamoDb } from "../../../dev/dynamodb/dynamodb.js";
import { HISTORY } from "../../../dev/seed/history.js";
import { DEV_USERS } from "../../../web/session/dev-users.js";
import { getAs } from "../../support/http/get-as.js";
import { startWorld, type World } from "../../support/world.js";

interface Graded {
  readonly submissionId: string;
  readonly problemId: string;
  readonly userCode: string;
  readonly submissionTime: number;
  readonly results: readonly { readonly status: string; readonly error?: string }[];
}

type Results = Pick<Graded, "results">;

const statusesOf = ({ results }: Results) => results.map(({ status }) => status);
/** The lines in which cases' faults are told; of a time-out whether there is one, for it has the run's own figures. */
const faultsOf = ({ results }: Results) =>
  results.map(({ error }) => error?.replace(/^(TimeLimitExceeded): .*/, "$1"));

describe("the history of a development server", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ withHistory: true });
  });
  afterAll(() => world.close());

  /** What the users see of their own submissions, the newest first. */
  async function history(where = world): Promise<Graded[]> {
    const seen: Graded[] = [];
    const { body } = await getAs(where, "/submissions?pageSize=100");
    for (const { submissionId, userId } of body.items) {
      const user = { sub: userId, nickname: "whoever" };
      seen.push((await getAs(where, `/submissions/${submissionId}`, user)).body);
    }
    return seen;
  }

  it("is there for each of its users, in the order it says", async () => {
    for (const { sub, nickname } of DEV_USERS) {
      const { body } = await getAs(world, `/submissions?userId=${sub}`);
      expect(body.count).toBe(HISTORY.filter(({ user }) => user.sub === sub).length);
      expect(body.items.every(({ author }: { author: string }) => author === nickname)).toBe(true);
    }
    const problems = (await history()).map(({ problemId }) => problemId);
    expect(problems.toReversed()).toEqual(HISTORY.map(({ problemId }) => problemId));
  });

  it("lies in the days before the start", async () => {
    const now = Date.now() / 1000;
    for (const { submissionTime } of await history()) {
      expect(submissionTime).toBeLessThan(now);
      expect(submissionTime).toBeGreaterThan(now - 7 * 24 * 3600);
    }
  });

  it("stays as it is when the server starts again, whatever became of it", async () => {
    const tables = await startDynamoDb();
    const options = { dynamoDbEndpoint: tables.endpoint, withHistory: true };
    const first = await startWorld(options);
    await first.grade({
      problemId: "rotate-matrix",
      userCode: "mine",
      submissionId: `history-${HISTORY.length}`,
    });
    const before = await history(first);
    await first.close();
    expect(before.map(({ userCode }) => userCode)).toContain("mine");
    const second = await startWorld(options);
    expect(await history(second)).toEqual(before);
    await second.close();
    await tables.close();
  });

  it("is not there unless it is asked for", async () => {
    const plain = await startWorld();
    expect(await history(plain)).toEqual([]);
    await plain.close();
  });

  it("is what grading the same code gives", async () => {
    const python = await startWorld({ executor: "python" });
    for (const { problemId, userCode, results, submissionId } of await history()) {
      const { body } = await python.grade({ problemId, userCode });
      expect(statusesOf(body), submissionId).toEqual(statusesOf({ results }));
      expect(faultsOf(body), submissionId).toEqual(faultsOf({ results }));
    }
    await python.close();
  }, 120_000);
});
