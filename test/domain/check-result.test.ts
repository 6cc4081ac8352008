import { describe, expect, it } from "vitest";
import { readCheckResult } from "../../api/domain/check-result.js";
import { type Execution, NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import type { JsonText } from "../../api/domain/json.js";

const LAST_LINE = 3;

const read = (execution: Partial<Execution>) =>
  readCheckResult(
    { kind: "executed", execution: { ...NEUTRAL_EXECUTION, ...execution } },
    LAST_LINE,
  );
const returned = (text: string) => read({ returnValue: text as JsonText });
const scored = (score: number, message: string | null = null) => ({
  kind: "scored",
  score,
  message,
});

describe("what check returned", () => {
  it.each([
    ["true", scored(1)],
    ["false", scored(0)],
    ["1", scored(1)],
    ["0", scored(0)],
    ["1.0", scored(1)],
    ["0.25", scored(0.25)],
    ["5e-324", scored(5e-324)],
    ["0.9999999999999999", scored(0.9999999999999999)],
    ['{"score":0.5}', scored(0.5)],
    ['{"score":true,"message":null}', scored(1)],
    [
      '{"score":0,"message":"two of the edges are not there"}',
      scored(0, "two of the edges are not there"),
    ],
    ['{"message":"","score":1}', scored(1)],
    ['{"score":1,"message":"m","more":[]}', scored(1, "m")],
  ])("%s is a score", (text, result) => {
    expect(returned(text)).toEqual(result);
  });

  it.each([
    ...["null", "2", "-1", "1.0000000000000002", "-5e-324", '"NaN"', '"Infinity"', '"1"', "[1]"],
    ...["{}", '{"score":null}', '{"score":"1"}', '{"score":2}', '{"score":1,"message":3}'],
    ...['{"Score":1}', "1e400", "12345678901234567890"],
  ])("%s is none, and the fault says so", (text) => {
    expect(returned(text)).toEqual({
      kind: "failed",
      reason: "CHECKER_ERROR",
      fault: expect.stringContaining(`check returned ${text}`),
    });
  });

  it("has a message of at most 500 characters, none of them cut", () => {
    const long = "\u{1f600}".repeat(600);
    expect(returned(JSON.stringify({ score: 0, message: long }))).toEqual(
      scored(0, "\u{1f600}".repeat(500)),
    );
  });

  it("is quoted in the fault only in part", () => {
    const result = returned(JSON.stringify("x".repeat(100_000)));
    expect(result).toMatchObject({ fault: expect.stringMatching(/^.{1,300}$/) });
  });
});

describe("a checker that did not answer", () => {
  it("has the fault that it raised, with its line", () => {
    const stderr = JSON.stringify({
      error: "KeyError: 'a'",
      traceback: 'Traceback (most recent call last):\n  File "solution.py", line 3, in check\n',
    }).replace('":"', '": "');
    expect(read({ isSuccessful: false, reason: "EXCEPTION", stderr })).toEqual({
      kind: "failed",
      reason: "CHECKER_ERROR",
      fault: "EXCEPTION: KeyError: 'a' (line 3)",
    });
  });

  it("has no line of the fault where that lies below its author's", () => {
    const stderr = JSON.stringify({
      error: "NameError: name 'check' is not defined",
      traceback: 'Traceback (most recent call last):\n  File "solution.py", line 4, in __check__\n',
    }).replace('":"', '": "');
    expect(read({ isSuccessful: false, reason: "EXCEPTION", stderr })).toMatchObject({
      fault: "EXCEPTION: NameError: name 'check' is not defined",
    });
  });

  it("fails also when it ended silently, or took its environment with it", () => {
    const fault = "SIGNAL: it ended without a word";
    expect(read({ isSuccessful: false, reason: "SIGNAL" })).toMatchObject({ fault });
    const failure = { errorType: "Runtime.ExitError", errorMessage: "gone", stackTrace: [] };
    expect(readCheckResult({ kind: "failed", failure }, LAST_LINE)).toEqual({
      kind: "failed",
      reason: "CHECKER_ERROR",
      fault: "Runtime.ExitError: gone",
    });
  });

  it("is told apart when only the deadline was in its way", () => {
    expect(readCheckResult({ kind: "deadline" }, LAST_LINE)).toMatchObject({ reason: "DEADLINE" });
  });
});
