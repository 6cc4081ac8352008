import { describe, expect, it } from "vitest";
import { type Calling, DEFAULT_CALLING } from "../../api/domain/entry.js";
import type { Example } from "../../web/service/find-examples.js";
import { readPageProblem } from "../../web/service/page-problem.js";
import { signatureOf } from "../../web/service/signature.js";
import { startCodeFor } from "../../web/service/start-code.js";

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
  const judge = { type: "equal", epsilon: null, relativeEpsilon: null } as const;

  it("takes what it knows of attributes that hold anything", () => {
    const problem = readPageProblem({
      problemId: "p",
      timeLimitMs: 2000,
      judge,
      difficulty: "Easy?",
      tags: ["a", 3],
      groups: [{ id: "x", scoring: "all" }, null],
      argumentStyle: 7,
    });
    expect(problem).toMatchObject({ difficulty: undefined, tags: ["a"], calling: DEFAULT_CALLING });
    expect(problem.scorings.get("x")).toBe("all");
  });
});
