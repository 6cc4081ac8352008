import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { getAs } from "../../support/http/get-as.js";
import { useDevProblems } from "../../support/http/use-dev-problems.js";

const CASES = [{ input: 1, expected_output: 1 }];

describe("/dev/problems/:problemId", () => {
  const server = useDevProblems();
  const { put, putText, stored } = server;

  it("stores a problem with its cases as they were written, and lists it", async () => {
    const item = { title: "D", title_translated: "디", judgeType: "equal", timeLimitSeconds: 1 };
    const cases =
      '[{"input":1.0,"expected_output":1e400},{"input":{"10":1,"9":2},"expected_output":null}]';
    const answer = await putText(
      "written",
      `{"finalTestCases":${cases},${JSON.stringify(item).slice(1)}`,
    );
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const list = await server.world.request("/dev/problems");
    expect(list.status).toBe(200);
    expect(list.body).toContainEqual(expect.objectContaining({ problemId: "written", ...item }));
    expect(JSON.stringify(list.body)).not.toContain("finalTestCases");
    const { body } = await server.world.grade({ userCode: "x", problemId: "written" });
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
    const { body } = await server.world.grade({ userCode: "x", problemId: "packed" });
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
    expect((await getAs(server.world, "/problems/every")).body).toMatchObject({
      ...shown,
      caseCounts: { sample: 1, open: 0, hidden: 0 },
      groups: [{ id: "g", points: 10, scoring: "all", caseCount: 1 }],
      sampleCases: [{ name: "n", group: "g", points: 10, input: "[1,2]", expectedOutput: "3" }],
    });
    expect((await getAs(server.world, "/problems?pageSize=1")).body.items).toMatchObject([
      { problemId: "every", createdAt },
    ]);
  });

  it("stores the problem under the id of the path", async () => {
    await put("path", { problemId: "another", finalTestCases: CASES });
    await expect(stored("path")).resolves.toMatchObject({ problemId: "path" });
    await expect(stored("another")).resolves.toBeUndefined();
  });

  const isListed = async (problemId: string) => {
    const { body } = await getAs(server.world, "/problems?pageSize=100");
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
    const list = async () => (await getAs(server.world, "/problems?pageSize=100")).body.items;
    await put("older", { finalTestCases: CASES });
    const before = (await list()).map(({ problemId }: { problemId: string }) => problemId);
    const { createdAt } = (await stored("older")) ?? {};
    expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(60_000);
    await put("older", { title: "Newer", finalTestCases: CASES });
    expect(await stored("older")).toMatchObject({ title: "Newer", createdAt });
    expect((await list()).map(({ problemId }: { problemId: string }) => problemId)).toEqual(before);
  });

  it("shows a problem as it can be sent again", async () => {
    const finalTestCases = { gzip: gzipSync(JSON.stringify(CASES)).toString("base64") };
    await put("again", { tags: ["a"], solutionNote: 0.5, listed: false, finalTestCases });
    const before = await stored("again");
    const { status, body } = await server.world.request("/dev/problems/again");
    expect(status).toBe(200);
    expect(body).toMatchObject({ problemId: "again", listed: false, finalTestCases });
    expect((await put("again", body)).status).toBe(204);
    await expect(stored("again")).resolves.toEqual(before);
    const seeded = await server.world.request("/dev/problems/course-order");
    expect(seeded.body).toMatchObject({
      listed: "Y",
      checker: expect.stringContaining("def check"),
    });
  });

  it("removes a problem, which is not there any more", async () => {
    await put("gone", { finalTestCases: CASES });
    const remove = () => server.world.request("/dev/problems/gone", { method: "DELETE" });
    expect((await remove()).status).toBe(204);
    await expect(stored("gone")).resolves.toBeUndefined();
    expect([await remove(), await server.world.request("/dev/problems/gone")]).toMatchObject([
      { status: 404, body: { code: "ProblemNotFound" } },
      { status: 404, body: { code: "ProblemNotFound" } },
    ]);
    expect(await isListed("gone")).toBe(false);
  });

  it.each(["GET", "DELETE"])(
    "knows no problem whose id is too long for a key: %s",
    async (method) => {
      const answer = await server.world.request(`/dev/problems/${"p".repeat(2049)}`, { method });
      expect([answer.status, answer.body.code]).toEqual([404, "ProblemNotFound"]);
    },
  );

  it("takes no other method", async () => {
    const answer = await server.world.request("/dev/problems/x", { method: "POST" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([
      405,
      "GET, PUT, DELETE, OPTIONS",
    ]);
  });
});
