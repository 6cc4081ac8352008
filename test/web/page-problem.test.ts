import { describe, expect, it } from "vitest";
import { type Calling, DEFAULT_CALLING } from "../../api/domain/entry.js";
import type { CodeLanguage } from "../../web/service/code-language.js";
import type { Example } from "../../web/service/find-examples.js";
import { readPageProblem } from "../../web/service/page-problem.js";
import { signatureOf } from "../../web/service/signature.js";
import { startCodeFor } from "../../web/service/start-code.js";
import { problemOf } from "./support/problem-of.js";

const calling = (changes: Partial<Calling>): Calling => ({ ...DEFAULT_CALLING, ...changes });

describe("signatureOf", () => {
  it("finds what is called in Python's starter code", () => {
    const signature = (changes: Partial<Calling>, code: string) =>
      signatureOf(calling(changes), code, "python3.12");
    expect(signature({}, "def solution(data):\n    return 0\n")).toBe("solution(data)");
    expect(signature({}, "def solve(a): pass")).toBe("solve(a)");
    const method =
      "class Solution:\n    def merge(\n        self,\n        rows: list[int],\n    ):";
    expect(signature({ entryFunction: "Solution.merge" }, method)).toBe("merge(rows: list[int])");
    expect(signature({ entryFunction: "f" }, "def f(a=(1, 2), *b):")).toBe("f(a=(1, 2), *b)");
    expect(signature({ entryFunction: "f" }, "def ff(a):")).toBeUndefined();
  });

  it.each([
    ["function solution(data) {}", {}, "solution(data)"],
    ["export async function solve(a, b = f(1)) {}", {}, "solve(a, b = f(1))"],
    ["const answer = async ({ rows, k }) => k;", {}, "answer({ rows, k })"],
    ["exports.main = function (n) {};", {}, undefined],
    [
      "class Solution {\n  twoSum(nums, target) {",
      { entryFunction: "Solution.twoSum" },
      "twoSum(nums, target)",
    ],
    ["if (f) { g(f(1)) }", { entryFunction: "f" }, undefined],
  ])("finds what is called in JavaScript: %s", (code, changes, found) => {
    expect(signatureOf(calling(changes), code, "javascript")).toBe(found);
  });
});

describe("startCodeFor", () => {
  const start = (
    changes: Partial<Calling>,
    language: CodeLanguage,
    given: { readonly input?: string; readonly pythonCode?: string } = {},
  ) => {
    const examples = (given.input === undefined
      ? []
      : [{ input: given.input, expected: undefined }]) as unknown as Example[];
    const pythonCode = given.pythonCode;
    return startCodeFor({ calling: calling(changes), examples, pythonCode }, language);
  };
  const keyword = { entryFunction: "find", argumentStyle: "keyword" } as const;
  const method = { entryFunction: "Solution.find", argumentStyle: "positional" } as const;

  it("begins with what is called, and names its arguments where an example does", () => {
    expect(start({}, "python3.12")).toBe("def solution(data):\n    return None\n");
    const input = '{"rows": [1], "k": 2}';
    expect(start(keyword, "python3.12", { input })).toMatch(/^def find\(rows, k\):/);
    expect(start(method, "python3.12", { input: "[[1], 2]" })).toBe(
      "class Solution:\n    def find(self, data1, data2):\n        return None\n",
    );
    expect(start({ io: "stdio" }, "python3.12")).toContain("sys.stdin");
  });

  it("does the same in JavaScript", () => {
    expect(start({}, "javascript")).toBe("function solution(input) {\n  return null;\n}\n");
    expect(start(keyword, "javascript", { input: '{"rows": [1], "k": 2}' })).toMatch(
      /^function find\(\{ rows, k \}\) \{/,
    );
    expect(start(method, "javascript", { input: "[[1], 2]" })).toBe(
      "class Solution {\n  find(data1, data2) {\n    return null;\n  }\n}\n",
    );
    expect(start({ io: "stdio" }, "javascript")).toContain("readFileSync(0");
  });

  it("calls the parameters as the author's Python does", () => {
    const pythonCode =
      "class Solution:\n    def find(self, rows: dict[str, list[int]], new: int = 0) -> int:\n";
    expect(start(method, "javascript", { pythonCode })).toContain("  find(rows, data2) {");
    expect(start({}, "javascript", { pythonCode: "def solution(board): pass" })).toMatch(
      /^function solution\(board\)/,
    );
  });

  it("never begins with code that its language cannot read", () => {
    const input = '{"from": 1, "new": 2, "odd key": 3}';
    expect(start(keyword, "javascript", { input })).toMatch(
      /^function find\(\{ from, "new": data2, "odd key": data3 \}\)/,
    );
    expect(start(keyword, "python3.12", { input })).toMatch(/^def find\(\*\*data\)/);
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
      languages: ["python3.12"],
      startCodes: { "python3.12": "def solution(data):\n    return None\n" },
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
