import { describe, expect, it } from "vitest";
import { type Calling, DEFAULT_CALLING } from "../../api/domain/entry.js";
import type { Example } from "../../web/service/find-examples.js";
import { readPageProblem } from "../../web/service/page-problem.js";
import { signatureOf } from "../../web/service/signature.js";
import { startCodeFor } from "../../web/service/start-code.js";
import { problemOf } from "./support/problem-of.js";

const calling = (changes: Partial<Calling>): Calling => ({ ...DEFAULT_CALLING, ...changes });

describe("signatureOf", () => {
  it("finds what is called in the starter code", () => {
    expect(signatureOf(calling({}), "def solution(data):\n    return 0\n")).toBe("solution(data)");
    expect(signatureOf(calling({}), "def solve(a): pass")).toBe("solve(a)");
    const method =
      "class Solution:\n    def merge(\n        self,\n        rows: list[int],\n    ):";
    const entryFunction = "Solution.merge";
    expect(signatureOf(calling({ entryFunction }), method)).toBe("merge(rows: list[int])");
    expect(signatureOf(calling({ entryFunction: "f" }), "def f(a=(1, 2), *b):")).toBe(
      "f(a=(1, 2), *b)",
    );
    expect(signatureOf(calling({ entryFunction: "f" }), "def ff(a):")).toBeUndefined();
  });
});

describe("startCodeFor", () => {
  const examples = (input: string) => [{ input, expected: undefined }] as unknown as Example[];

  it("begins with what is called, and names its arguments where an example does", () => {
    expect(startCodeFor(calling({}), [])).toBe("def solution(data):\n    return None\n");
    const keyword = calling({ entryFunction: "find", argumentStyle: "keyword" });
    expect(startCodeFor(keyword, examples('{"rows": [1], "k": 2}'))).toMatch(
      /^def find\(rows, k\):/,
    );
    const method = calling({ entryFunction: "Solution.find", argumentStyle: "positional" });
    expect(startCodeFor(method, examples("[[1], 2]"))).toBe(
      "class Solution:\n    def find(self, data1, data2):\n        return None\n",
    );
    expect(startCodeFor(calling({ io: "stdio" }), [])).toContain("sys.stdin");
  });
});

describe("readPageProblem", () => {
  it("takes what it knows of words that authors choose", () => {
    const groups = [{ id: "x", scoring: "all", points: 3, caseCount: 1 }] as const;
    const problem = readPageProblem(problemOf({ difficulty: "Easy?", groups: [...groups] }));
    expect(problem).toMatchObject({
      title: { en: "p", ko: "p" },
      difficulty: undefined,
      calling: DEFAULT_CALLING,
      judge: { type: "equal", epsilon: "0.001", relativeEpsilon: null },
      startCode: "def solution(data):\n    return None\n",
      timeLimitMs: 500,
    });
    expect(problem.scorings.get("x")).toBe("all");
  });

  it("takes samples for examples where there are any, but for those that were cut", () => {
    const sample = (input: string, expectedOutput: string) => ({
      caseNumber: 1,
      input,
      expectedOutput,
    });
    const description = "```json\n1\n```\n```json\n2\n```\n";
    const sampleCases = [sample("[1, 2", "7"), sample("[1]", "[2"), sample('"a"', "3.0")];
    expect(readPageProblem(problemOf({ description, sampleCases })).examples).toEqual([
      { input: "[1]", expected: undefined },
      { input: '"a"', expected: "3.0" },
    ]);
    expect(readPageProblem(problemOf({ description })).examples).toEqual([
      { input: "1", expected: "2" },
    ]);
    const program = problemOf({ io: "stdio", sampleCases: [sample("1 2\n", "3\n")] });
    expect(readPageProblem(program).examples).toEqual([{ input: '"1 2\\n"', expected: '"3\\n"' }]);
  });
});
