import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../../support/world.js";

const CASES = [{ input: 1, expected_output: 1 }];
const PROGRAM = { io: "stdio", finalTestCases: [{ input: "1", expected_output: "1" }] };

describe("PUT /dev/problems/:problemId", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const put = (item: object) =>
    world.request("/dev/problems/odd", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ finalTestCases: CASES, ...item }),
    });

  describe("says of a setting what leaves it unread:", () => {
    const check = "def check(input, expected, actual): return True";
    it.each([
      [{ checker: check }, "checker is not read, since the judgeType is equal."],
      [{ epsilon: 0.1 }, "epsilon is not read, since the judgeType is equal."],
      [
        { judgeType: "unordered_deep", relativeEpsilon: 0.1 },
        "relativeEpsilon is not read, since the judgeType is unordered_deep.",
      ],
      [{ ...PROGRAM, entryFunction: "run" }, "entryFunction is not read, since the io is stdio."],
      [
        { ...PROGRAM, argumentStyle: "keyword" },
        "argumentStyle is not read, since the io is stdio.",
      ],
    ])("%j", async (item, warning) => {
      const answer = await put(item);
      expect([answer.status, answer.body]).toEqual([200, { warnings: [warning] }]);
    });
  });

  describe("says what a setting counts as:", () => {
    it.each([
      [{ timeLimitSeconds: 2000 }, "timeLimitSeconds 2000 counts as 15: it is in seconds."],
      [{ time_limit_seconds: "0" }, 'timeLimitSeconds "0" counts as 0.1: it is in seconds.'],
      [{ listed: "no" }, 'listed "no" is neither true nor false: it counts as false.'],
      [{ title: 5 }, "title is no text, and is not shown."],
      [
        { starterCode: 5 },
        "starterCode is neither a text nor an object of texts by language, and is not shown.",
      ],
      [
        { starterCode: { cobol: "x" } },
        "starterCode: cobol is no language. There are python3.12, javascript.",
      ],
      [{ starterCode: { python: 1 } }, "starterCode: python has no text, and is not shown."],
      [
        { languages: ["python"], startCode: { javascript: "x" } },
        "starterCode: javascript is not shown, since the problem is not solved in it.",
      ],
      [
        { groups: [{ id: "a", points: 5 }] },
        'Group "a" has no test case, so that its points do not count.',
      ],
    ])("%j", async (item, warning) => {
      const answer = await put(item);
      expect([answer.status, answer.body]).toEqual([200, { warnings: [warning] }]);
    });
  });

  describe("says which case no answer can solve:", () => {
    it.each([
      [{ judgeType: "unordered" }, "case 1: the judgeType is unordered_equal."],
      [
        {
          io: "stdio",
          finalTestCases: [
            { input: "", expected_output: 1 },
            { input: "", expected_output: ["1"] },
          ],
        },
        "case 2: a program writes text.",
      ],
    ])("%j", async (item, end) => {
      const answer = await put(item);
      const warning = `No answer can equal the expected_output of test ${end}`;
      expect([answer.status, answer.body]).toEqual([200, { warnings: [warning] }]);
    });
  });

  describe("knows what other judges call the same:", () => {
    it.each([
      [{ functionName: "f" }, "functionName is not read. Did you mean entryFunction?"],
      [{ timeLimitMs: 500 }, "timeLimitMs is not read. Did you mean timeLimitSeconds?"],
      [
        { finalTestCases: [{ ...CASES[0], hidden: true }] },
        "Test case 1: hidden is not read. Did you mean visibility?",
      ],
    ])("%j", async (item, warning) => {
      const answer = await put(item);
      expect([answer.status, answer.body]).toEqual([200, { warnings: [warning] }]);
    });
  });

  it("says that a problem is an object", async () => {
    const headers = { "Content-Type": "application/json" };
    const answer = await world.request("/dev/problems/odd", { method: "PUT", headers, body: "[]" });
    expect(answer.body.error).toBe("Invalid input: body: must be a JSON object: a problem");
  });

  it.each([
    [{ judgeType: "checker", checker: "def check(i, e, a): return 1" }],
    [{ judgeType: "float_eps", epsilon: 0.1, relativeEpsilon: 0.1 }],
    [{ ...PROGRAM, epsilon: 0.1, argumentStyle: "single" }],
    [{ timeLimitSeconds: "0.1" }],
    [{ timeLimitSeconds: 15 }],
    [{ languages: "javascript", starterCode: { nodejs24: "x" } }],
    [{ languages: ["python"], starterCode: "x = 1" }],
    [{ judgeType: "unordered_equal", finalTestCases: [{ input: 1, expected_output: [1] }] }],
    [{ listed: false, title: null, checker: null }],
  ])("has nothing to say of %j", async (item) => {
    expect((await put(item)).status).toBe(204);
  });
});
