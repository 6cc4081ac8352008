import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readProblemItem } from "../../../api/adapters/problem-item.js";
import { parseExactJson } from "../../../api/domain/json.js";
import { type Comparison, isAccepted } from "../../../api/domain/judge.js";
import { loadSeedProblems } from "../../../dev/seed/seed-problems.js";

const problems = await loadSeedProblems();
const exactly: Comparison = { type: "equal", epsilon: "0", relativeEpsilon: null };
const hangul = /[가-힣]/;

const jsonBlocksOf = (statement: string) =>
  [...statement.matchAll(/^```json\n(.*?)\n```$/gms)].map(([, block]) => block ?? "");

describe("the set", () => {
  it("has one problem for each folder, sorted by id", async () => {
    const folders = await readdir(new URL("../../../dev/problems/", import.meta.url));
    expect(problems.map(({ item }) => item.problemId)).toEqual(folders.sort());
    expect(problems.length).toBeGreaterThanOrEqual(8);
  });

  it("uses every judge type, and float_eps with and without an epsilon of its own", () => {
    const judges = problems.map(({ item }) => `${item.judgeType} ${item.epsilon ?? "default"}`);
    expect(new Set(judges)).toEqual(
      new Set(["equal default", "unordered_equal default", "float_eps default", "float_eps 0.01"]),
    );
  });

  it("exercises numbers that a double cannot hold and keys that an object would reorder", () => {
    const written = problems.map(({ item }) => item.finalTestCases).join();
    for (const digits of [
      /\d{30}/,
      /\b9007199254740993\b/,
      /-0\.0\b/,
      /\d[eE]\+?\d/,
      /"10":.*"9":/,
    ])
      expect(written).toMatch(digits);
  });
});

describe.each(problems)("$item.problemId", async ({ item, modelSolution, wrongSolution }) => {
  const problem = await readProblemItem(item.problemId, { ...item });

  it("is read without a fault or a warning, with its own judge and time limit", () => {
    expect(problem).toMatchObject({ fault: null, warnings: [] });
    expect(problem.judge.type).toBe(item.judgeType);
    expect(problem.timeLimitMs).toBe(item.timeLimitSeconds * 1000);
    expect(item.timeLimitSeconds).toBeGreaterThanOrEqual(1);
    expect(item.timeLimitSeconds).toBeLessThanOrEqual(5);
  });

  it("has a title and a statement in both languages", () => {
    for (const text of [item.title, item.description]) expect(text.trim()).not.toBe("");
    for (const text of [item.title_translated, item.description_translated])
      expect(text).toMatch(hangul);
    expect(item.title).not.toMatch(hangul);
  });

  it("has start code, a model solution and a wrong one, each defining solution(data)", () => {
    const codes = [item.startCode, modelSolution, wrongSolution];
    for (const code of codes) expect(code).toMatch(/^def solution\(data\):\n {4}"""\S/m);
    expect(new Set(codes).size).toBe(3);
  });

  it("has 8 to 15 test cases, each with an input and an expected output", () => {
    const cases = JSON.parse(item.finalTestCases) as object[];
    for (const testCase of cases)
      expect(Object.keys(testCase)).toEqual(["input", "expected_output"]);
    expect(cases.length).toBeGreaterThanOrEqual(8);
    expect(cases.length).toBeLessThanOrEqual(15);
  });

  it("shows the same two examples in both languages, and grades them first", () => {
    const blocks = jsonBlocksOf(item.description);
    expect(jsonBlocksOf(item.description_translated)).toEqual(blocks);
    const graded = problem.testCases
      .slice(0, 2)
      .flatMap(({ input, expectedOutput }) => [parseExactJson(input), expectedOutput]);
    expect(blocks).toHaveLength(graded.length);
    for (const [index, value] of graded.entries())
      expect(isAccepted(exactly, parseExactJson(blocks[index] ?? ""), value)).toBe(true);
  });
});
