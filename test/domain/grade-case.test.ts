import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../api/domain/check-result.js";
import { DEFAULT_CALLING } from "../../api/domain/entry.js";
import { type CaseOutcome, NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import { caseGrader } from "../../api/domain/grade-case.js";
import { parseExactJson, toJsonText } from "../../api/domain/json.js";
import type { Problem, TestCase } from "../../api/domain/problem.js";

const testCase = (expected: unknown, said: Partial<TestCase> = {}): TestCase => ({
  input: toJsonText(null),
  expectedOutput: parseExactJson(JSON.stringify(expected)),
  expectedText: toJsonText(expected),
  name: null,
  visibility: "open",
  points: null,
  group: null,
  ...said,
});

const problem = (testCases: TestCase[], said: Partial<Problem> = {}): Problem => ({
  problemId: "p",
  title: "P",
  titleTranslated: "피",
  languages: ["python3.12"],
  timeLimitMs: 1000,
  calling: DEFAULT_CALLING,
  judge: { type: "equal", epsilon: null, relativeEpsilon: null },
  checker: null,
  warnings: [],
  testCases,
  groups: [],
  testSetHash: "hash",
  fault: null,
  ...said,
});

const returned = (value: unknown): CaseOutcome => ({
  kind: "executed",
  execution: { ...NEUTRAL_EXECUTION, returnValue: toJsonText(value) },
});

const RAISED: CaseOutcome = {
  kind: "executed",
  execution: { ...NEUTRAL_EXECUTION, isSuccessful: false, reason: "EXCEPTION" },
};

describe("a case that may be looked into", () => {
  const grade = (visibility: TestCase["visibility"], outcome: CaseOutcome) =>
    caseGrader(problem([testCase({ a: [1, 2] }, { visibility })]))({ index: 0, outcome }, undefined)
      .result;

  it.each(["sample", "hidden"] as const)(
    "keeps what was returned, and where it differs: %s",
    (visibility) => {
      expect(grade(visibility, returned({ a: [1, 3] }))).toMatchObject({
        returnValue: '{"a":[1,3]}',
        difference: "$.a[1]",
      });
      const right = grade(visibility, returned({ a: [1, 2] }));
      expect(right).toMatchObject({ status: "ACCEPTED", returnValue: '{"a":[1,2]}' });
      expect(right).not.toHaveProperty("difference");
      expect(grade(visibility, RAISED)).not.toHaveProperty("returnValue");
      expect(grade(visibility, { kind: "deadline" })).not.toHaveProperty("returnValue");
    },
  );

  it("keeps neither where it is open, as ever", () => {
    expect(Object.keys(grade("open", returned(5)) ?? {})).toEqual([
      "caseNumber",
      "status",
      "executionTime",
      "stdout",
      "stderr",
      "peakMemoryKb",
      "cpuTime",
    ]);
  });
});

describe("a problem with a checker", () => {
  const CHECKED = {
    judge: { type: "checker", epsilon: null, relativeEpsilon: null },
    checker: { source: "def check(*_): return 1", tenantId: "checker/1" },
  } as const;
  const scored = (score: number, message: string | null = null): CheckResult => ({
    kind: "scored",
    score,
    message,
  });
  const grade = (
    outcomes: CaseOutcome[],
    checks: (CheckResult | undefined)[],
    said: object = {},
  ) => {
    const cases = outcomes.map(() => testCase(1));
    const gradeCase = caseGrader(problem(cases, { ...CHECKED, ...said }));
    const graded = outcomes.map((outcome, index) => gradeCase({ index, outcome }, checks[index]));
    return {
      results: graded.map(({ result }) => result),
      shares: graded.map(({ share }) => share.toNumber()),
    };
  };

  it("goes by what the checker says, and not by what was expected", () => {
    const { results, shares } = grade(
      [returned(9), returned(1), returned(1)],
      [scored(1), scored(0, "Not sorted."), scored(0.25)],
    );
    expect(results.map(({ status, message }) => [status, message])).toEqual([
      ["ACCEPTED", undefined],
      ["WRONG_ANSWER", "Not sorted."],
      ["WRONG_ANSWER", undefined],
    ]);
    expect(shares).toEqual([1, 0, 0.25]);
  });

  it("calls it nobody's wrong answer when the checker failed, or was not there", () => {
    const failed = { kind: "failed", reason: "DEADLINE", fault: "" } as const;
    const { results, shares } = grade([returned(1), returned(1)], [undefined, failed]);
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ["INTERNAL_ERROR", "CHECKER_ERROR"],
      ["INTERNAL_ERROR", "DEADLINE"],
    ]);
    expect(shares).toEqual([0, 0]);
  });

  it("is not asked of a run that did not return: its end is its verdict", () => {
    const { results, shares } = grade([RAISED, { kind: "deadline" }], [scored(1), scored(1)]);
    expect(results.map(({ status }) => status)).toEqual(["RUNTIME_ERROR", "INTERNAL_ERROR"]);
    expect(shares).toEqual([0, 0]);
  });
});
