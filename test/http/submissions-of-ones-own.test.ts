import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const MINA = { sub: "mina", nickname: "Mina" };
const JUN = { sub: "jun", nickname: "Jun" };
const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["staff"] };

describe("where submissions are visible to their owners alone", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ settings: { submissionsVisibleTo: "owner" } });
    for (const problemId of ["a", "b"]) {
      const finalTestCases = [{ input: 1, expected_output: 1 }];
      await world.putProblem({ problemId, finalTestCases });
      // One of each in turn, so that every page of everybody's would hold both.
      for (const number of [1, 2, 3])
        for (const student of [MINA, JUN])
          await world.grade(
            { problemId, userCode: "x", submissionId: `${student.sub}-${problemId}-${number}` },
            student,
          );
    }
  });
  afterAll(() => world.close());

  const list = (query: string, student: typeof MINA) =>
    getAs(world, `/submissions?${query}`, student);

  /** The ids on all pages, page by page. */
  async function pages(query: string, student: typeof MINA): Promise<string[][]> {
    const read: string[][] = [];
    let cursor = "";
    do {
      const { status, body } = await list(`${query}&pageSize=2${cursor}`, student);
      expect(status).toBe(200);
      read.push(body.items.map((one: { submissionId: string }) => one.submissionId));
      cursor = body.lastEvaluatedKey === null ? "" : `&lastEvaluatedKey=${body.lastEvaluatedKey}`;
    } while (cursor !== "");
    return read;
  }

  it.each([
    ["", ["a", "b"]],
    ["userId=mina", ["a", "b"]],
    ["problemId=a", ["a"]],
    ["userId=mina&problemId=b", ["b"]],
  ])("a list by %j is the caller's own, in whole pages", async (query, problemIds) => {
    const own = problemIds.flatMap((id) => [1, 2, 3].map((number) => `mina-${id}-${number}`));
    const read = await pages(query, MINA);
    expect(read.flat().toSorted()).toEqual(own.toSorted());
    expect(read.slice(0, -1).map(({ length }) => length)).toEqual(read.slice(1).map(() => 2));
    expect(read.at(-1)).not.toEqual([]);
  });

  it.each([
    ["userId=jun", "userId"],
    ["userId=jun&problemId=a", "userId"],
    ["author=Mina", "author"],
    ["author=Jun&problemId=a", "author"],
    ["problemTitle=Title", "problemTitle"],
    ["problemTitleTranslated=x", "problemTitleTranslated"],
  ])("a list by %s is refused, with what to do instead", async (query, name) => {
    const { status, body } = await list(query, MINA);
    const sentence =
      "you see only your own submissions here; leave it out to list all of them, or send problemId alone";
    expect([status, body.code]).toEqual([400, "InvalidInput"]);
    expect(body.error).toBe(`Invalid input: ${name}: ${sentence}`);
  });

  it("a cursor leads on in the list of whoever got it, named or not, and in no other", async () => {
    const { body } = await list("pageSize=2", MINA);
    const next = `pageSize=2&lastEvaluatedKey=${body.lastEvaluatedKey}`;
    const named = await list(`userId=mina&${next}`, MINA);
    expect(named.body.items).toEqual((await list(next, MINA)).body.items);
    expect(named.body.items).toHaveLength(2);
    expect((await list(next, JUN)).status).toBe(400);
    const all = await list("pageSize=2", STAFF);
    expect((await list(`lastEvaluatedKey=${all.body.lastEvaluatedKey}`, MINA)).status).toBe(400);
  });

  it("another's submission is as one that is not there, and one's own is whole", async () => {
    const other = await getAs(world, "/submissions/jun-a-1", MINA);
    const none = await getAs(world, "/submissions/nobodys", MINA);
    const { requestId: _, ...told } = none.body;
    expect([other.status, other.body.code]).toEqual([404, "SubmissionNotFound"]);
    expect(other.body).toMatchObject(told);
    const own = await getAs(world, "/submissions/mina-a-1", MINA);
    expect(own.body).toMatchObject({ userId: "mina", userCode: "x" });
  });

  it("staff sees everybody's", async () => {
    expect((await pages("problemId=a", STAFF)).flat()).toHaveLength(6);
    expect((await pages("author=Jun", STAFF)).flat()).toHaveLength(6);
    expect((await getAs(world, "/submissions/jun-a-1", STAFF)).body.userCode).toBe("x");
  });
});
