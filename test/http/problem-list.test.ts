import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDocumentClient } from "../../api/adapters/aws-clients.js";
import { dynamoProblems } from "../../api/adapters/dynamo-problems.js";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

interface Listed {
  readonly problemId: string;
  readonly createdAt: string;
}

/** Two a day, before any that is seeded. */
const OWN: Listed[] = Array.from({ length: 26 }, (_, n) => ({
  problemId: `own-${n}`,
  createdAt: new Date(Date.UTC(2025, 0, 1 + Math.floor(n / 2))).toISOString(),
}));

describe("GET /problems", () => {
  let world: World;
  let all: readonly Listed[];
  let isTimeUp = false;

  beforeAll(async () => {
    const timeout = (ms: number) => (isTimeUp ? AbortSignal.abort() : AbortSignal.timeout(ms));
    world = await startWorld({ settings: { clock: { now: Date.now, timeout } } });
    for (const one of OWN) await world.putProblem({ ...one, listed: "Y", finalTestCases: [] });
    await world.putProblem({ problemId: "unlisted", finalTestCases: [] });
    await world.putProblem({ problemId: "refused", listed: "N", createdAt: "2026-01-01" });
    await world.putProblem({
      problemId: "labelled",
      title: "Labels",
      title_translated: "이름표",
      listed: "Y",
      createdAt: "2027-01-01T00:00:00Z",
      difficulty: 3,
      io: "stdio",
      languages: ["python3.12"],
      tags: ["graphs", "sets"],
      checker: "def check(): the secret",
      solution: "the secret",
      description: "long",
    });
    all = [
      ...OWN,
      { problemId: "labelled", createdAt: "2027-01-01T00:00:00Z" },
      ...(await loadSeedProblems()).map(({ item }) => item),
    ];
  });
  afterAll(() => world.close());

  const list = async (query: Readonly<Record<string, string>> = {}) => {
    const answer = await getAs(world, `/problems?${new URLSearchParams(query)}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  const idsOf = (page: { items: readonly Listed[] }) => page.items.map((one) => one.problemId);

  async function pages(query: Readonly<Record<string, string>>): Promise<string[][]> {
    const read: string[][] = [];
    let cursor: string | null = null;
    do {
      const more: Record<string, string> = cursor === null ? {} : { lastEvaluatedKey: cursor };
      const page = await list({ ...query, ...more });
      expect(page.count).toBe(page.items.length);
      read.push(idsOf(page));
      cursor = page.lastEvaluatedKey;
    } while (cursor !== null);
    return read;
  }

  it("shows what a list needs of each problem and nothing else, the newest first", async () => {
    expect((await list({ pageSize: "1" })).items).toStrictEqual([
      {
        problemId: "labelled",
        title: "Labels",
        title_translated: "이름표",
        difficulty: "3",
        tags: ["graphs", "sets"],
        io: "stdio",
        languages: ["python3.12"],
        createdAt: "2027-01-01T00:00:00Z",
      },
    ]);
  });

  it("has what is listed, and nothing else", async () => {
    const ids = (await pages({ pageSize: "100" })).flat();
    expect(ids.toSorted()).toEqual(all.map(({ problemId }) => problemId).toSorted());
  });

  it.each(["DESC", "ASC"])("is sorted by createdAt, %s", async (sortOrder) => {
    const { items } = await list({ sortOrder, pageSize: "100" });
    const times: string[] = items.map(({ createdAt }: Listed) => createdAt);
    const sorted = all.map(({ createdAt }) => createdAt).toSorted();
    expect(times).toEqual(sortOrder === "ASC" ? sorted : sorted.toReversed());
  });

  it.each(["1", "2", "7", "47", "48"])("is the same in pages of %s", async (pageSize) => {
    for (const sortOrder of ["DESC", "ASC"]) {
      const whole = (await pages({ sortOrder, pageSize: "100" })).flat();
      const read = await pages({ sortOrder, pageSize });
      expect(read.flat()).toEqual(whole);
      const full = read.slice(0, -1).map(({ length }) => length);
      expect(new Set(full)).toEqual(new Set(full.length > 0 ? [Number(pageSize)] : []));
      expect(read.at(-1)).not.toEqual([]);
    }
  });

  it("gives 20 unless told", async () => {
    expect((await list()).count).toBe(20);
  });

  it("answers with what it has when time runs out, and goes on from there", async () => {
    isTimeUp = true;
    const first = await list({ pageSize: "30" });
    isTimeUp = false;
    const { lastEvaluatedKey } = first;
    const second = await list({ pageSize: "100", lastEvaluatedKey });
    const whole = await list({ pageSize: "100" });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(whole));
  });

  it.each([
    ["pageSize=0", "pageSize: must be a whole number from 1 to 100"],
    ["pageSize=101", "pageSize: must be a whole number from 1 to 100"],
    ["pageSize=5&pageSize=5", "pageSize: is sent more than once"],
    ["sortOrder=newest", "sortOrder: must be DESC or ASC"],
    ["lastEvaluatedKey=", "lastEvaluatedKey: is empty"],
    ["lastEvaluatedKey=x", "lastEvaluatedKey: is not a cursor of this order"],
  ])("cannot be asked for by %s", async (query, what) => {
    const answer = await getAs(world, `/problems?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: "InvalidInput", error: `Invalid input: ${what}` });
  });

  it("takes a cursor of no other order, and of no list of submissions", async () => {
    const { lastEvaluatedKey } = await list({ pageSize: "1" });
    const other = await getAs(
      world,
      `/problems?sortOrder=ASC&lastEvaluatedKey=${lastEvaluatedKey}`,
    );
    expect(other.body.error).toMatch(/is not a cursor of this order$/);
    const elsewhere = await getAs(world, `/submissions?lastEvaluatedKey=${lastEvaluatedKey}`);
    expect(elsewhere.status).toBe(400);
  });

  it("asks for a token", async () => {
    expect((await world.request("/problems")).status).toBe(401);
  });

  it("takes GET alone", async () => {
    const answer = await world.request("/problems", { method: "POST" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, OPTIONS"]);
  });

  it("has a problem as soon as that is listed, and no longer", async () => {
    const { documents, tables } = world.stack;
    const createdAt = "2028-01-01T00:00:00Z";
    await world.putProblem({ problemId: "unlisted", listed: "Y", createdAt, finalTestCases: [] });
    expect(idsOf(await list({ pageSize: "1" }))).toEqual(["unlisted"]);
    await documents.send(
      new UpdateCommand({
        TableName: tables.problems,
        Key: { problemId: "unlisted" },
        UpdateExpression: "REMOVE listed",
      }),
    );
    expect(idsOf(await list({ pageSize: "1" }))).toEqual(["labelled"]);
  });
});

describe("GET /problems of a table that keeps no list", () => {
  let world: World;

  beforeAll(async () => {
    // Were it asked for the list all the same, nobody would answer.
    const client = createDocumentClient({ endpoint: "http://127.0.0.1:9", region: "us-east-1" });
    world = await startWorld({ settings: { problems: dynamoProblems(client, "given", false) } });
  });
  afterAll(() => world.close());

  it("says so", async () => {
    const answer = await getAs(world, "/problems");
    expect([answer.status, answer.body]).toEqual([
      404,
      {
        error: "The problems of this service are not listed; each can be read by its problemId.",
        code: "NotFound",
        requestId: expect.any(String),
      },
    ]);
  });
});
