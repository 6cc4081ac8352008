import { describe, expect, it } from "vitest";
import { type CaseOutcome, type Execution, NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import { toJsonText } from "../../api/domain/json.js";
import { type CaseResult, judgeCase, type Status, summarise } from "../../api/domain/verdict.js";

const RAN: Execution = {
  ...NEUTRAL_EXECUTION,
  returnValue: toJsonText(42),
  executionTimeMs: 12,
  cpuTimeMs: 3,
  peakMemoryKb: 14_200,
};

function judge(execution: Partial<Execution>) {
  const outcome: CaseOutcome = { kind: "executed", execution: { ...RAN, ...execution } };
  return judgeCase(1, outcome, { type: "equal", epsilon: "0", relativeEpsilon: null }, 42);
}

describe("judgeCase", () => {
  it("accepts the expected value and gives times in seconds", () => {
    expect(judge({})).toEqual({
      caseNumber: 1,
      status: "ACCEPTED",
      executionTime: 0.012,
      stdout: null,
      stderr: null,
      peakMemoryKb: 14_200,
      cpuTime: 0.003,
    });
  });

  it("takes the first rule that matches: time, failure, comparison", () => {
    expect(judge({ timedOut: true, isSuccessful: false, reason: "CPU_LIMIT" })).toMatchObject({
      status: "TIME_LIMIT_EXCEEDED",
      reason: "CPU_LIMIT",
    });
    expect(judge({ isSuccessful: false, reason: "NO_RESULT" })).toMatchObject({
      status: "RUNTIME_ERROR",
      reason: "NO_RESULT",
    });
    expect(judge({ returnValue: toJsonText(43) }).status).toBe("WRONG_ANSWER");
  });

  it("calls a case that did not run an internal error, with its reason", () => {
    const failure = { errorType: "Runtime.ExitError", errorMessage: "", stackTrace: [] };
    const judgement = { type: "equal", epsilon: "0", relativeEpsilon: null } as const;
    expect(judgeCase(3, { kind: "failed", failure }, judgement, 1)).toEqual({
      caseNumber: 3,
      status: "INTERNAL_ERROR",
      executionTime: 0,
      stdout: null,
      stderr: null,
      reason: "EXECUTOR_ERROR",
    });
    expect(judgeCase(3, { kind: "deadline" }, judgement, 1).reason).toBe("DEADLINE");
  });

  it("cuts output to 500 code points, never half of one, and marks a cut stderr", () => {
    const faces = "😀".repeat(501);
    const result = judge({ stdout: faces, stderr: faces });
    expect(result.stdout).toBe("😀".repeat(500));
    expect(result.stderr).toBe(`${"😀".repeat(497)}...`);
    const whole = "😀".repeat(500);
    expect(judge({ stdout: whole, stderr: whole })).toMatchObject({ stdout: whole, stderr: whole });
  });
});

describe("summarise", () => {
  const results = (...statuses: Status[]): CaseResult[] =>
    statuses.map((status, index) => ({
      caseNumber: index + 1,
      status,
      executionTime: index / 10,
      stdout: null,
      stderr: status === "RUNTIME_ERROR" ? "printed" : null,
      ...(status === "RUNTIME_ERROR" ? { error: "e".repeat(200) } : {}),
    }));

  it("accepts when every case is accepted", () => {
    expect(summarise(results("ACCEPTED", "ACCEPTED"), null)).toEqual({
      status: "ACCEPTED",
      executionTime: 0.1,
      errorMessage: null,
      score: 100,
      passedCaseCount: 2,
      totalCaseCount: 2,
    });
  });

  it("takes the status of the first case that failed", () => {
    expect(summarise(results("ACCEPTED", "WRONG_ANSWER", "RUNTIME_ERROR"), null)).toMatchObject({
      status: "WRONG_ANSWER",
      errorMessage: "Failed at test case 2: WRONG_ANSWER",
    });
  });

  it("is an internal error as soon as any case is, and still names the first that failed", () => {
    expect(summarise(results("RUNTIME_ERROR", "INTERNAL_ERROR"), null)).toMatchObject({
      status: "INTERNAL_ERROR",
      errorMessage: `Failed at test case 1: RUNTIME_ERROR - ${"e".repeat(100)}`,
    });
  });

  it.each([
    [1, 3, 33],
    [2, 3, 67],
    [1, 8, 13],
    [1, 200, 1],
    [57, 200, 29],
    [199, 200, 99],
    [2499, 2500, 99],
    [200, 200, 100],
    [0, 5, 0],
  ])("%d of %d cases score %d", (passed, total, score) => {
    const statuses = Array.from(
      { length: total },
      (_, index): Status => (index < passed ? "ACCEPTED" : "WRONG_ANSWER"),
    );
    expect(summarise(results(...statuses), null).score).toBe(score);
  });

  it("scores 0 for a problem that could not be graded, and says why", () => {
    expect(summarise([], "No test cases found for this problem.")).toEqual({
      status: "INTERNAL_ERROR",
      executionTime: 0,
      errorMessage: "No test cases found for this problem.",
      score: 0,
      passedCaseCount: 0,
      totalCaseCount: 0,
    });
  });
});
