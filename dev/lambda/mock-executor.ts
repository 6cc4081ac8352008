import type { Executor } from "../../api/ports.js";

/** Runs nothing: answers every case with its own input as the return value. */
export const mockExecutor: Executor = {
  async run({ inputs }) {
    const outcomes = inputs.map((input) => ({
      kind: "executed" as const,
      execution: {
        stdout: "",
        stderr: "",
        returnValue: input,
        exitCode: 0,
        executionTimeMs: 1,
        timedOut: false,
        error: null,
        isSuccessful: true,
        reason: null,
        signal: null,
        cpuTimeMs: 1,
        peakMemoryKb: 0,
        stdoutTruncated: false,
        stderrTruncated: false,
      },
    }));
    return { kind: "answered", outcomes };
  },
};
