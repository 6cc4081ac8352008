import { expect } from "vitest";
import type { Expectation } from "./program.js";

const KEPT_BYTES = 64 * 1024;
/** Why the clock ended a case. */
export const TIME_REASONS: readonly unknown[] = ["WALL_LIMIT", "CPU_LIMIT"];

/** One output of the executor, as the contract's section 4 has it. */
export interface Output {
  stdout: string;
  stderr: string;
  returnValue: unknown;
  exitCode: number;
  executionTimeMs: number;
  timedOut: boolean;
  error: string | null;
  isSuccessful: boolean;
  reason: string | null;
  signal: string | null;
  cpuTimeMs: number;
  peakMemoryKb: number;
  stdoutTruncated: boolean;
  stderrTruncated: boolean;
}

const SHAPE = {
  stdout: expect.any(String),
  stderr: expect.any(String),
  returnValue: undefined,
  exitCode: expect.any(Number),
  executionTimeMs: expect.any(Number),
  timedOut: expect.any(Boolean),
  error: null,
  isSuccessful: expect.any(Boolean),
  reason: undefined,
  signal: undefined,
  cpuTimeMs: expect.any(Number),
  peakMemoryKb: expect.any(Number),
  stdoutTruncated: expect.any(Boolean),
  stderrTruncated: expect.any(Boolean),
};

/** The output holds together, whatever it says: bounded, of the contract's shape, never half a success. */
export function expectContract(output: Output): void {
  const { returnValue, reason, signal } = output;
  expect(output).toEqual({ ...SHAPE, returnValue, reason, signal });
  // As many bytes as are kept, each of which may have become a replacement character.
  expect(output.stdout.length).toBeLessThanOrEqual(KEPT_BYTES);
  expect(output.stderr.length).toBeLessThanOrEqual(KEPT_BYTES);
  expect(output.isSuccessful).toBe(reason === null);
  expect(output.exitCode === 0).toBe(output.isSuccessful);
  expect(output.timedOut).toBe(reason !== null && TIME_REASONS.includes(reason));
  if (!output.isSuccessful) expect(returnValue).toBeNull();
}

/** The output is the one that is right for this program. */
export function expectVerdict(output: Output, expected: Expectation): void {
  const reasons = Array.isArray(expected.reason) ? expected.reason : [expected.reason];
  expect(reasons, `${output.stderr.slice(-600)}\n${JSON.stringify(output.returnValue)}`).toContain(
    output.reason,
  );
  if (output.isSuccessful && "value" in expected) {
    expect(output.returnValue).toEqual(expected.value);
  }
  if (!output.isSuccessful) expectFault(output, expected.says ?? "");
  if (expected.signal !== undefined) expect(output.signal).toBe(expected.signal);
  if (expected.stdout === "") expect(output.stdout).toBe("");
  expect(output.stdout).toContain(expected.stdout ?? "");
  expect(output.stderr).toContain(expected.stderr ?? "");
}

/** The last line of stderr tells a student what happened. */
function expectFault({ stderr }: Output, words: string): void {
  const line = stderr.slice(stderr.lastIndexOf("\n") + 1);
  const fault = JSON.parse(line) as { error: string; traceback: string };
  expect(fault).toEqual({ error: expect.any(String), traceback: expect.any(String) });
  expect(fault.error).not.toBe("");
  expect(fault.error).toContain(words);
  expect(Buffer.byteLength(fault.error)).toBeLessThanOrEqual(4 * 1024);
  expect(Buffer.byteLength(fault.traceback)).toBeLessThanOrEqual(8 * 1024);
  // Whatever it was, it is told without a word of the runner's own files.
  expect(fault.traceback).not.toMatch(/runner|zygote\.py|child\.py|lambda_function/);
}

/** The part of an output that is the same whenever the same program runs. */
export function unmeasured(output: Output): Partial<Output> {
  const { executionTimeMs, cpuTimeMs, peakMemoryKb, ...rest } = output;
  return rest;
}
