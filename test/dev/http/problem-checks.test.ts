import { describe, expect, it } from "vitest";
import { useDevProblems } from "../../support/http/use-dev-problems.js";

const CASES = [{ input: 1, expected_output: 1 }];

describe("PUT /dev/problems/:problemId", () => {
  const server = useDevProblems();
  const { put, putText, stored } = server;

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
    const { body } = await server.world.grade({ userCode: "x", problemId: "broken" });
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
});
