import { describe, expect, it } from "vitest";
import { disclose, type Findings } from "../../api/domain/disclosure.js";
import { DEFAULT_CALLING } from "../../api/domain/entry.js";
import { toJsonText } from "../../api/domain/json.js";
import type { Problem, TestCase } from "../../api/domain/problem.js";
import type { CaseResult } from "../../api/domain/verdict.js";
import type { Visibility } from "../../api/domain/visibility.js";

const testCase = (visibility: Visibility): TestCase => ({
  input: toJsonText("the input"),
  expectedOutput: "the expected output",
  expectedText: toJsonText("the expected output"),
  name: "a name",
  visibility,
  points: null,
  group: null,
});

const problem = (...visibilities: Visibility[]): Problem => ({
  problemId: "p",
  title: "P",
  titleTranslated: "피",
  languages: ["python3.12"],
  timeLimitMs: 1000,
  calling: DEFAULT_CALLING,
  judge: { type: "equal", epsilon: "0", relativeEpsilon: null },
  checker: null,
  warnings: [],
  testCases: visibilities.map(testCase),
  groups: [],
  testSetHash: "hash",
  fault: null,
});

const RESULT: CaseResult = {
  caseNumber: 1,
  status: "RUNTIME_ERROR",
  executionTime: 0.1,
  stdout: "the stdout",
  stderr: "the stderr",
  reason: "EXCEPTION",
  error: "ValueError: the fault (line 2)",
  peakMemoryKb: 9000,
  cpuTime: 0.05,
  name: "a name",
  group: "a group",
  points: 5,
  message: "the message",
  returnValue: '"the returned"',
  difference: "$.the_path",
};

const FINDINGS: Findings = {
  results: [RESULT],
  errorMessage: "Failed at test case 1: RUNTIME_ERROR - ValueError: the fault (line 2)",
  testSetHash: "hash",
};

const HIDDEN = {
  results: [
    {
      caseNumber: 1,
      status: "RUNTIME_ERROR",
      executionTime: 0.1,
      stdout: null,
      stderr: null,
      reason: "EXCEPTION",
      error: "ValueError",
      cpuTime: 0.05,
      name: "a name",
      group: "a group",
      points: 5,
    },
  ],
  errorMessage: "Failed at test case 1: RUNTIME_ERROR",
};

const { returnValue, difference, ...seen } = RESULT;
const OPEN = { results: [seen], errorMessage: FINDINGS.errorMessage };
const VALUES = { input: '"the input"', expectedOutput: '"the expected output"' };
const SAMPLE = { results: [{ ...RESULT, ...VALUES }], errorMessage: FINDINGS.errorMessage };

describe("a student", () => {
  const see = (now: Problem | undefined, findings: Partial<Findings> = {}) =>
    disclose({ ...FINDINGS, ...findings }, now, false);

  it("sees of an open case what the code wrote", () => {
    expect(see(problem("open"))).toEqual(OPEN);
  });

  it("sees of a sample its values too", () => {
    expect(see(problem("sample"))).toEqual(SAMPLE);
  });

  it("sees of a hidden case how it ended, and not even who raised what", () => {
    expect(see(problem("hidden"))).toEqual(HIDDEN);
  });

  it("is told of the class of a fault only where it is a language's own", () => {
    const results = [{ ...RESULT, error: "Secret41: x" }];
    expect(see(problem("hidden"), { results }).results[0]).not.toHaveProperty("error");
  });

  it("is quoted the fault of the first case that failed only where that may be seen", () => {
    const passed: CaseResult = { ...RESULT, status: "ACCEPTED" };
    const results = [passed, { ...RESULT, caseNumber: 2 }, { ...RESULT, caseNumber: 3 }];
    const errorMessage = "Failed at test case 2: RUNTIME_ERROR - ValueError: the fault (line 2)";
    const message = (...visibilities: Visibility[]) =>
      see(problem(...visibilities), { results, errorMessage }).errorMessage;
    expect(message("hidden", "open", "hidden")).toBe(errorMessage);
    expect(message("open", "hidden", "open")).toBe("Failed at test case 2: RUNTIME_ERROR");
  });

  it("sees what the problem shows now, whatever it showed then", () => {
    const { results } = see(problem("open", "hidden", "sample"), {
      results: [1, 2, 3].map((caseNumber) => ({ ...RESULT, caseNumber })),
    });
    expect(results.map(({ stdout, input }) => [stdout, input])).toEqual([
      ["the stdout", undefined],
      [null, undefined],
      ["the stdout", '"the input"'],
    ]);
  });

  it.each(["another hash", null])(
    "sees nothing of cases that may be others by now (%s), where the problem hides any",
    (testSetHash) => {
      expect(see(problem("sample", "hidden"), { testSetHash })).toEqual(HIDDEN);
      expect(see(problem("sample", "open"), { testSetHash })).toEqual(OPEN);
    },
  );

  it("sees nothing of a problem that is gone, or that has become unusable", () => {
    const unusable = { ...problem(), testSetHash: null, fault: "Broken." };
    for (const now of [undefined, unusable]) {
      expect(see(now)).toEqual(HIDDEN);
      expect(see(now, { testSetHash: null })).toEqual(HIDDEN);
    }
  });

  it("is told of the tests' hash in no case, be it of before a regrade", () => {
    const regraded = {
      previousStatus: "ACCEPTED",
      previousScore: 100,
      previousTestSetHash: "old",
      regradeTime: 1,
    } as const;
    const told = see(problem("open"), { regraded });
    expect(told.testSetHash).toBeUndefined();
    const { previousTestSetHash, ...others } = regraded;
    expect(told.regraded).toStrictEqual(others);
  });
});

describe("staff", () => {
  it.each<Visibility>(["open", "sample", "hidden"])(
    "sees all of a case that is %s",
    (visibility) => {
      expect(disclose(FINDINGS, problem(visibility), true)).toEqual({
        ...SAMPLE,
        testSetHash: "hash",
      });
    },
  );

  it("sees what is stored where the problem is gone, and no values of other tests", () => {
    expect(disclose(FINDINGS, undefined, true)).toEqual(FINDINGS);
    const changed = { ...problem("sample"), testSetHash: "another" };
    expect(disclose(FINDINGS, changed, true)).toEqual(FINDINGS);
  });
});
