import { describe, expect, it } from "vitest";
import type { CaseResult, GradeResponse } from "../../client/create-grader-client.js";
import { announcement } from "../../web/parts/announcement.js";
import { compileFault, faultLineOf } from "../../web/results/fault-place.js";
import { groupPoints, type Scorings } from "../../web/results/group-points.js";
import { gradedOutcome } from "../../web/results/outcome.js";
import { english } from "../../web/words/english.js";

const RAN = { executionTime: 0.4, cpuTime: 0.02, stdout: null, stderr: null };

function graded(results: Partial<CaseResult>[], fields: Partial<GradeResponse> = {}) {
  const cases = results.map((result, index): CaseResult => {
    return { caseNumber: index + 1, status: "ACCEPTED", ...RAN, peakMemoryKb: 9000, ...result };
  });
  const status = cases.find((one) => one.status !== "ACCEPTED")?.status ?? "ACCEPTED";
  const answer = { results: cases, status, ...fields } as GradeResponse;
  return gradedOutcome(answer, "json");
}

const SCORINGS: Scorings = new Map([
  ["some", "sum"],
  ["strict", "all"],
]);

const FAILED = { status: "WRONG_ANSWER" } as const;

describe("gradedOutcome", () => {
  it("counts processor time, as limits do", () => {
    expect(graded([{}, { cpuTime: 0.03 }]).slowestMs).toBe(30);
  });

  it("has the values of samples, and knows hidden cases from cases that never ran", () => {
    const values = { input: "1", expectedOutput: "2", returnValue: "3", difference: "$" };
    const { cases } = graded([
      { ...FAILED, ...values },
      { ...FAILED, peakMemoryKb: undefined },
      { status: "TIME_LIMIT_EXCEEDED", reason: "NOT_RUN", ...NEVER_RAN },
    ] as Partial<CaseResult>[]);
    expect(cases[0]?.values).toEqual({
      notation: "json",
      input: "1",
      expected: "2",
      returned: "3",
      difference: "$",
    });
    expect(cases.map(({ isHidden }) => isHidden)).toEqual([false, true, false]);
  });
});

const NEVER_RAN = { executionTime: 0, cpuTime: undefined, peakMemoryKb: undefined };

describe("groupPoints", () => {
  const cases = [
    { group: "some", points: 2 },
    { ...FAILED, group: "some", points: 3 },
    { group: "strict", points: 4 },
    { ...FAILED, group: "strict", points: 4 },
    { points: 1 },
  ];

  it("earns by cases, or all or nothing, beside what is in no group", () => {
    const earned = groupPoints(graded(cases), SCORINGS, false);
    expect(earned).toEqual([
      { id: "some", passed: 1, count: 2, worth: 5, earned: 2 },
      { id: "strict", passed: 1, count: 2, worth: 8, earned: 0 },
      { id: undefined, passed: 1, count: 1, worth: 1, earned: 1 },
    ]);
  });

  it("gives the one group of which that is unknown what the others leave", () => {
    const outcome = graded(cases, { earnedPoints: 4.5, totalPoints: 14 });
    expect(groupPoints(outcome, SCORINGS, true).map(({ earned }) => earned)).toEqual([3.5, 0, 1]);
    expect(groupPoints(graded(cases), SCORINGS, true)[0]?.earned).toBeUndefined();
  });
});

describe("a fault of the code", () => {
  const traceback = 'File \\"solution.py\\", line 7, in f\\nFile \\"solution.py\\", line 3\\n';

  it("is at the line that the service tells, or the last of its traceback", () => {
    const stderr = `{"error": "ValueError: no", "traceback": "${traceback}"}`;
    const lines = graded([
      { status: "RUNTIME_ERROR", error: "ValueError: no (line 12)", stderr },
      { status: "RUNTIME_ERROR", stderr },
      { status: "RUNTIME_ERROR", error: "ValueError" },
      { stderr },
    ]).cases.map(faultLineOf);
    expect(lines).toEqual([12, 3, undefined, undefined]);
  });

  it("that keeps it from being compiled is one for all cases", () => {
    const error = "SyntaxError: '(' was never closed (line 2)";
    const broken = { status: "RUNTIME_ERROR", reason: "COMPILE_ERROR" } as const;
    const outcome = graded([
      { ...broken, error: "SyntaxError", peakMemoryKb: undefined } as Partial<CaseResult>,
      { ...broken, error, stderr: "{}" },
    ]);
    expect(compileFault(outcome.cases)?.error).toBe(error);
    expect(
      announcement({ kind: "ended", outcome, code: "", codeLanguage: "python3.12" }, english),
    ).toBe(`Syntax error. No case was run. ${error}`);
    expect(compileFault(graded([{}]).cases)).toBeUndefined();
    expect(compileFault(graded([]).cases)).toBeUndefined();
  });
});
