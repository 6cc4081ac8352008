import { describe, expect, it } from "vitest";
import { NEUTRAL_EXECUTION, parseExecution } from "../../api/domain/execution.js";
import type { JsonText } from "../../api/domain/json.js";

const FIGURES = { executionTimeMs: 12, cpuTimeMs: 3, peakMemoryKb: 14_200 };

const WHOLE = { ...NEUTRAL_EXECUTION, ...FIGURES, returnValue: null };

const parseText = (text: string) => parseExecution(JSON.parse(text), text as JsonText);
const parse = (value: unknown) => parseText(JSON.stringify(value));

describe("parseExecution", () => {
  it("keeps the return value as the text that the executor sent", () => {
    const text = JSON.stringify({ ...WHOLE, returnValue: 0 }).replace(
      '"returnValue":0',
      '"returnValue": [1.0, 12345678901234567890]',
    );
    expect(parseText(text)?.returnValue).toBe("[1.0, 12345678901234567890]");
  });

  it("takes an answer that has only the fields of the original design", () => {
    const { reason, signal, cpuTimeMs, peakMemoryKb, stdoutTruncated, stderrTruncated, ...seed } =
      WHOLE;
    expect(parse(seed)).toEqual({
      ...WHOLE,
      returnValue: "null",
      cpuTimeMs: 0,
      peakMemoryKb: 0,
    });
  });

  it.each([
    ["a missing return value", { ...WHOLE, returnValue: undefined }],
    ["a missing field", { ...WHOLE, isSuccessful: undefined }],
    ["a field of the wrong type", { ...WHOLE, timedOut: "no" }],
    ["an unknown reason", { ...WHOLE, reason: "BECAUSE" }],
    ["output that is no text", { ...WHOLE, stdout: 5 }],
    ["a time that is no number", { ...WHOLE, executionTimeMs: null }],
  ])("does not believe %s", (_, value) => {
    expect(parse(value)).toBeUndefined();
  });

  it("does not believe a return value nested beyond the limit", () => {
    const deep = "[".repeat(501) + "]".repeat(501);
    const text = JSON.stringify(WHOLE).replace('"returnValue":null', `"returnValue":${deep}`);
    expect(parseText(text)).toBeUndefined();
  });
});
