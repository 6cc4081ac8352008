import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";

/** Problems as their authors have them elsewhere, each with a usual solution and one that is wrong. */
const SHAPES: Record<string, { item: object; right: string; wrong: string; score: number }> = {
  "a named function of several arguments": {
    item: {
      entryFunction: "two_sum",
      argumentStyle: "positional",
      judgeType: "unordered_equal",
      finalTestCases: [
        { input: [[2, 7, 11, 15], 9], expected_output: [0, 1] },
        { input: [[3, 3], 6], expected_output: [1, 0] },
      ],
    },
    right: `
def two_sum(numbers, target):
    seen = {}
    for index, number in enumerate(numbers):
        if target - number in seen:
            return [seen[target - number], index]
        seen[number] = index
`,
    wrong: "def two_sum(numbers, target): return [0, 1] if len(numbers) > 2 else []",
    score: 50,
  },
  "a method of a class": {
    item: {
      entryFunction: "Solution.largest",
      argumentStyle: "keyword",
      finalTestCases: [{ input: { numbers: [1, 5, 2] }, expected_output: 5 }],
    },
    right: `
class Solution:
    def largest(self, numbers):
        return max(numbers)
`,
    wrong: `
class Solution:
    def largest(self, numbers):
        return numbers[0]
`,
    score: 0,
  },
  "a program on stdin": {
    item: {
      io: "stdio",
      caseVisibility: "sample",
      finalTestCases: [
        { input: "3\n1 2 3\n", expected_output: "6\n" },
        { input: "1\n41\n", expected_output: "41" },
      ],
    },
    right: "n = int(input())\nprint(sum(map(int, input().split())))",
    wrong: "n = int(input())\nprint(n * 2)",
    score: 50,
  },
  "any valid answer, in part": {
    item: {
      judgeType: "checker",
      checker: `
def check(input, expected, actual):
    if sum(actual) != input:
        return {"score": 0, "message": f"They sum up to {sum(actual)}."}
    return 1 if len(actual) > 1 else 0.5
`,
      finalTestCases: [{ input: 7, expected_output: null }],
    },
    right: "def solution(n): return [1, n - 1]",
    wrong: "def solution(n): return [n]",
    score: 50,
  },
  "many packed cases in groups": {
    item: {
      groups: [
        { id: "small", points: 30, scoring: "sum" },
        { id: "large", points: 70, scoring: "all" },
      ],
      caseVisibility: "hidden",
      finalTestCases: gzipSync(
        JSON.stringify(
          Array.from({ length: 100 }, (_, n) => ({
            input: n,
            expected_output: n * n,
            group: n < 50 ? "small" : "large",
          })),
        ),
      ),
    },
    right: "def solution(n): return n ** 2",
    wrong: "def solution(n): return n ** 2 if n < 99 else 0",
    score: 30,
  },
};

describe("a problem of another shape than the seed's", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  it.each(Object.entries(SHAPES))("%s is solved, or not", async (problemId, shape) => {
    await world.putProblem({ problemId, ...shape.item });
    const right = await world.grade({ userCode: shape.right, problemId });
    expect(right.body).toMatchObject({ status: "ACCEPTED", score: 100 });
    const wrong = await world.grade({ userCode: shape.wrong, problemId });
    expect(wrong.body).toMatchObject({ status: "WRONG_ANSWER", score: shape.score });
  });

  it("shows a program's sample as its texts, with the line that differs", async () => {
    const { item, wrong } = SHAPES["a program on stdin"] ?? { item: {}, wrong: "" };
    await world.putProblem({ problemId: "program", ...item });
    const { body } = await world.grade({ userCode: wrong, problemId: "program" });
    expect(body.results[1]).toMatchObject({
      input: "1\n41\n",
      expectedOutput: "41",
      returnValue: "2\n",
      difference: "line 1",
    });
  });

  it("runs custom tests as the problem is called, or as they say themselves", async () => {
    const { item, right } = SHAPES["a method of a class"] ?? { item: {}, right: "" };
    await world.putProblem({ problemId: "method", ...item });
    const run = async (fields: object) => {
      const mode = { executionMode: "RUN_CUSTOM_TESTS", userCode: right };
      const { body } = await world.grade({ ...mode, ...fields });
      return body.results.map(({ runCodeOutput }: { runCodeOutput: Record<string, unknown> }) => [
        runCodeOutput.returnValue,
        runCodeOutput.error,
      ]);
    };
    expect(await run({ problemId: "method", customTestCases: [{ numbers: [4] }, [4]] })).toEqual([
      [4, null],
      [null, "The input must be an object of the function's arguments by name."],
    ]);
    const calling = { entryFunction: "Solution.largest", argumentStyle: "positional" };
    expect(await run({ ...calling, customTestCases: [[[8, 9]]] })).toEqual([[9, null]]);
  });
});
