import { NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import type { Executor } from "../../api/ports.js";

/** Runs nothing: answers every case with its own input as the return value. */
export const mockExecutor: Executor = {
  async run({ inputs }) {
    const outcomes = inputs.map((returnValue) => ({
      kind: "executed" as const,
      execution: { ...NEUTRAL_EXECUTION, returnValue, executionTimeMs: 1, cpuTimeMs: 1 },
    }));
    return { kind: "answered", outcomes };
  },
  async warmUp() {},
};
