import { gzipSync } from "node:zlib";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../../support/http/get-as.js";
import { startWorld, type World } from "../../support/world.js";

const JSON_TYPE = { "Content-Type": "application/json" };

const CASES = [{ input: 1, expected_output: 1 }];

describe("/dev/problems/:problemId", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const putText = (problemId: string, body: string, query = "") =>
    world.request(`/dev/problems/${problemId}${query}`, {
      method: "PUT",
      headers: JSON_TYPE,
      body,
    });
  const put = (problemId: string, item: object, query = "") =>
    putText(problemId, JSON.stringify(item), query);
  const stored = async (problemId: string) => {
    const { documents, tables } = world.stack;
    const command = new GetCommand({ TableName: tables.problems, Key: { problemId } });
    return (await documents.send(command)).Item;
  };

  it("stores a problem with its cases as they were written, and lists it", async () => {
    const item = { title: "D", title_translated: "디", judgeType: "equal", timeLimitSeconds: 1 };
    const cases =
      '[{"input":1.0,"expected_output":1e400},{"input":{"10":1,"9":2},"expected_output":null}]';
    const answer = await putText(
      "written",
      `{"finalTestCases":${cases},${JSON.stringify(item).slice(1)}`,
    );
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const list = await world.request("/dev/problems");
    expect(list.status).toBe(200);
    expect(list.body).toContainEqual(expect.objectContaining({ problemId: "written", ...item }));
    expect(JSON.stringify(list.body)).not.toContain("finalTestCases");
    const { body } = await world.grade({ userCode: "x", problemId: "written" });
    expect(body).toMatchObject({ problemTitle: "D", totalCaseCount: 2 });
    expect((await stored("written"))?.finalTestCases).toBe(cases);
  });

  it("takes test cases as text as well, and keeps that text", async () => {
    const finalTestCases = '[ {"input": 1.0, "expected_output": 1.0} ]';
    expect((await put("text", { finalTestCases })).status).toBe(204);
    expect((await stored("text"))?.finalTestCases).toBe(finalTestCases);
  });

  it("takes test cases as the base64 of gzip, and stores the binary", async () => {
    const packed = gzipSync(JSON.stringify(CASES));
    const finalTestCases = { gzip: packed.toString("base64") };
    expect((await put("packed", { finalTestCases })).status).toBe(204);
    expect(Buffer.from((await stored("packed"))?.finalTestCases)).toEqual(packed);
    const { body } = await world.grade({ userCode: "x", problemId: "packed" });
    expect(body).toMatchObject({ status: "ACCEPTED", totalCaseCount: 1 });
  });

  it("takes every attribute, and shows each to whoever may see it", async () => {
    const item = {
      title: "Add",
      title_translated: "더하기",
      description: "# Add",
      description_translated: "# 더하기",
      starterCode: "def add(a, b): ...",
      difficulty: "easy",
      tags: ["sums"],
      languages: ["python3.12"],
      entryFunction: "add",
      argumentStyle: "positional",
      judgeType: "float_eps",
      epsilon: 0.5,
      relativeEpsilon: 0.25,
      timeLimitSeconds: 3,
      caseVisibility: "hidden",
      groups: [{ id: "g", points: 10, scoring: "all" }],
      createdAt: "2030-01-01T00:00:00Z",
      finalTestCases: [
        {
          input: [1, 2],
          expected_output: 3,
          name: "n",
          visibility: "sample",
          group: "g",
          points: 2,
        },
      ],
    };
    expect((await put("every", item)).status).toBe(204);
    const { finalTestCases: _, createdAt, caseVisibility, groups, ...shown } = item;
    expect((await getAs(world, "/problems/every")).body).toMatchObject({
      ...shown,
      caseCounts: { sample: 1, open: 0, hidden: 0 },
      groups: [{ id: "g", points: 10, scoring: "all", caseCount: 1 }],
      sampleCases: [{ name: "n", group: "g", points: 10, input: "[1,2]", expectedOutput: "3" }],
    });
    expect((await getAs(world, "/problems?pageSize=1")).body.items).toMatchObject([
      { problemId: "every", createdAt },
    ]);
  });

  it("stores the problem under the id of the path", async () => {
    await put("path", { problemId: "another", finalTestCases: CASES });
    await expect(stored("path")).resolves.toMatchObject({ problemId: "path" });
    await expect(stored("another")).resolves.toBeUndefined();
  });

  const isListed = async (problemId: string) => {
    const { body } = await getAs(world, "/problems?pageSize=100");
    return body.items.some((one: { problemId: string }) => one.problemId === problemId);
  };

  it("lists a problem unless it says otherwise", async () => {
    for (const [listed, isThere] of [
      [undefined, true],
      [false, false],
      ["Y", true],
      [null, false],
      [true, true],
      ["N", false],
    ]) {
      expect((await put("maybe", { listed, finalTestCases: CASES })).status).toBe(204);
      expect([listed, await isListed("maybe")]).toEqual([listed, isThere]);
    }
  });

  it("lists a new problem first, and leaves it there when it is replaced", async () => {
    const list = async () => (await getAs(world, "/problems?pageSize=100")).body.items;
    await put("older", { finalTestCases: CASES });
    const before = (await list()).map(({ problemId }: { problemId: string }) => problemId);
    const { createdAt } = (await stored("older")) ?? {};
    expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(60_000);
    await put("older", { title: "Newer", finalTestCases: CASES });
    expect(await stored("older")).toMatchObject({ title: "Newer", createdAt });
    expect((await list()).map(({ problemId }: { problemId: string }) => problemId)).toEqual(before);
  });

  describe("refuses what cannot be graded, with a sentence, and keeps what was there:", () => {
    it.each([
      [{}, "No test cases found for this problem."],
      [{ finalTestCases: [] }, "No test cases found for this problem."],
      [{ finalTestCases: "[" }, "The test cases of this problem are not valid JSON."],
      [
        { finalTestCases: [{ input: 1, expectedOutput: 5 }] },
        "Test case 1 of this problem has no expected_output. Test case 1: expectedOutput is not read. Did you mean expected_output?",
      ],
      [
        { caseVisibility: "hiden", finalTestCases: CASES },
        'The caseVisibility of this problem must be open, sample or hidden, not "hiden".',
      ],
      [
        { judgeType: "checker", finalTestCases: CASES },
        "The checker of this problem must be its Python source, since the judgeType is checker.",
      ],
      [
        { io: "stdio", finalTestCases: CASES },
        "The input of test case 1 of this problem must be a text, which the program reads from stdin.",
      ],
      [
        { finalTestCases: { gzip: "bm8gZ3ppcA==" } },
        "The finalTestCases of this problem are damaged: they are binary, but no gzip of a text.",
      ],
      [
        { finalTestCases: { gzip: "not base64!" } },
        'finalTestCases: must be {"gzip": "…"} with base64 in it',
      ],
    ])("%j", async (item, sentence) => {
      await put("kept", { title: "Kept", finalTestCases: CASES });
      const answer = await put("kept", item);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        code: "InvalidInput",
        error: `Invalid input: ${sentence}`,
      });
      await expect(stored("kept")).resolves.toMatchObject({ title: "Kept" });
    });
  });

  it("stores anything when it is told not to check, and says what is wrong", async () => {
    const item = { title: "Broken", judgeType: 5, finalTestCases: [{ input: 1 }] };
    const answer = await put("broken", item, "?unchecked=1");
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        warnings: [
          "Test case 1 of this problem has no expected_output.",
          "judgeType 5 is unknown, and counts as not set.",
        ],
      },
    ]);
    await expect(stored("broken")).resolves.toMatchObject({ title: "Broken", judgeType: 5 });
    const { body } = await world.grade({ userCode: "x", problemId: "broken" });
    expect(body.status).toBe("INTERNAL_ERROR");
  });

  it.each([
    [{ timelimitSeconds: 5 }, "timelimitSeconds is not read. Did you mean timeLimitSeconds?"],
    [{ timeLimit: 5 }, "timeLimit is not read. Did you mean timeLimitSeconds?"],
    [{ judgetype: "equal" }, "judgetype is not read. Did you mean judgeType?"],
    [{ "judge-type": "equal" }, "judge-type is not read. Did you mean judgeType?"],
    [{ epsilom: 1 }, "epsilom is not read. Did you mean epsilon?"],
    [{ titel: "T" }, "titel is not read. Did you mean title?"],
    [{ testCases: [] }, "testCases is not read. Did you mean finalTestCases?"],
    [
      { judgeType: "euqal" },
      'judgeType "euqal" is unknown, and counts as not set. Did you mean equal?',
    ],
    [
      { judgeType: "unorderd" },
      'judgeType "unorderd" is unknown, and counts as not set. Did you mean unordered?',
    ],
    [{ judgeType: "magic" }, 'judgeType "magic" is unknown, and counts as not set.'],
    [{ timeLimitSeconds: "two" }, 'timeLimitSeconds "two" is not a number, and counts as not set.'],
    [
      { judgeType: "float_eps", epsilon: -1 },
      "epsilon -1 is not a finite number >= 0, and counts as not set.",
    ],
    [{ createdAt: "yesterday" }, "createdAt is no time in ISO 8601 such as 2026-09-30T09:00:00Z."],
    [
      { groups: [{ id: "a", point: 5 }], finalTestCases: [{ ...CASES[0], group: "a" }] },
      "Group 1: point is not read. Did you mean points?",
    ],
    [
      {
        finalTestCases: [
          ...CASES,
          { ...CASES[0], visibilty: "hidden" },
          { ...CASES[0], visibilty: "hidden" },
        ],
      },
      "Test case 2: visibilty is not read. Did you mean visibility?",
    ],
  ])("keeps what is hardly meant so, and names it: %j", async (attributes, warning) => {
    const answer = await put("slips", { finalTestCases: CASES, ...attributes });
    expect([answer.status, answer.body]).toEqual([200, { warnings: [warning] }]);
    const { finalTestCases: _, ...kept } = attributes as Record<string, unknown>;
    await expect(stored("slips")).resolves.toMatchObject(kept);
  });

  it("keeps attributes that are nothing like one that is known, and says nothing", async () => {
    const item = {
      author: "Kim",
      id: 7,
      solution: "x",
      source: "a contest",
      finalTestCases: CASES,
    };
    expect((await put("others", item)).status).toBe(204);
    const { finalTestCases: _, ...kept } = item;
    await expect(stored("others")).resolves.toMatchObject(kept);
  });

  it("says how much an item can hold, and what takes the most", async () => {
    const finalTestCases = [{ input: "x".repeat(500 * 1024), expected_output: 1 }];
    const answer = await put("large", { finalTestCases });
    expect([answer.status, answer.body.error]).toEqual([
      400,
      'Invalid input: body: is larger than the 400 KB that an item of the table can have, finalTestCases most of all (501 KB). As gzip they would be smaller: send {"gzip": "<base64>"}.',
    ]);
    const described = await put("large", {
      description: "x".repeat(410 * 1024),
      finalTestCases: CASES,
    });
    expect(described.body.error).toMatch(/description most of all \(410 KB\)\.$/);
  });

  it.each([
    ["a number out of range", "p", '{"epsilon":1e400,"finalTestCases":[{"expected_output":1}]}'],
    [
      "a number that would be rounded",
      "p",
      '{"epsilon":12345678901234567890,"finalTestCases":[{"expected_output":1}]}',
    ],
    ["an id too long for a key", "p".repeat(2049), '{"finalTestCases":[{"expected_output":1}]}'],
    [
      "a key of the list that is no text",
      "p",
      '{"listed":5,"finalTestCases":[{"expected_output":1}]}',
    ],
  ])("refuses a problem with %s", async (_, problemId, body) => {
    const answer = await putText(problemId, body);
    expect(answer).toMatchObject({ status: 400, body: { code: "InvalidInput" } });
  });

  it("shows a problem as it can be sent again", async () => {
    const finalTestCases = { gzip: gzipSync(JSON.stringify(CASES)).toString("base64") };
    await put("again", { tags: ["a"], solutionNote: 0.5, listed: false, finalTestCases });
    const before = await stored("again");
    const { status, body } = await world.request("/dev/problems/again");
    expect(status).toBe(200);
    expect(body).toMatchObject({ problemId: "again", listed: false, finalTestCases });
    expect((await put("again", body)).status).toBe(204);
    await expect(stored("again")).resolves.toEqual(before);
    const seeded = await world.request("/dev/problems/course-order");
    expect(seeded.body).toMatchObject({
      listed: "Y",
      checker: expect.stringContaining("def check"),
    });
  });

  it("removes a problem, which is not there any more", async () => {
    await put("gone", { finalTestCases: CASES });
    const remove = () => world.request("/dev/problems/gone", { method: "DELETE" });
    expect((await remove()).status).toBe(204);
    await expect(stored("gone")).resolves.toBeUndefined();
    expect([await remove(), await world.request("/dev/problems/gone")]).toMatchObject([
      { status: 404, body: { code: "ProblemNotFound" } },
      { status: 404, body: { code: "ProblemNotFound" } },
    ]);
    expect(await isListed("gone")).toBe(false);
  });

  it.each(["GET", "DELETE"])(
    "knows no problem whose id is too long for a key: %s",
    async (method) => {
      const answer = await world.request(`/dev/problems/${"p".repeat(2049)}`, { method });
      expect([answer.status, answer.body.code]).toEqual([404, "ProblemNotFound"]);
    },
  );

  it("takes no other method", async () => {
    const answer = await world.request("/dev/problems/x", { method: "POST" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([
      405,
      "GET, PUT, DELETE, OPTIONS",
    ]);
  });
});
