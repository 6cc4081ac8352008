import { fails, holds, warns } from "./finding.js";
import { invoke } from "./invoke.js";
import { stage } from "./stage.js";

const PROCESSOR_MS = 300;
const CODE = `import time


def solution(milliseconds):
    end = time.process_time() + milliseconds / 1000
    while time.process_time() < end:
        pass
    return "computed"
`;
/** At the default memory it is about 1; a student waits so many times longer than the code computes. */
const SLOW = 2;

export const executor = stage({
  name: "executor",
  needs: ["clients", "outputs", "runsCode"],
  async run(known) {
    const { codeExecutorLambdaName } = known.outputs;
    const run = { code_to_execute: CODE, input_data: PROCESSOR_MS, timeout_ms: 5000 };
    const output = (await invoke(known, codeExecutorLambdaName, run)) as Output;
    if (output.returnValue !== "computed") {
      const { error, stderr, reason } = output;
      return [
        fails(
          `A program that computes ${PROCESSOR_MS} ms does not end well: ${error || stderr || reason}`,
          `aws logs tail "/aws/lambda/${codeExecutorLambdaName}" --since 15m`,
        ),
      ];
    }
    const { executionTimeMs, cpuTimeMs } = output;
    const ratio = executionTimeMs / Math.max(1, cpuTimeMs);
    const sentence = `${cpuTimeMs} ms of processor took ${executionTimeMs} ms: wall ÷ CPU is ${ratio.toFixed(1)}.`;
    return ratio < SLOW
      ? [holds(sentence)]
      : [
          warns(
            `${sentence} Students wait that much longer: it has too little of a processor.`,
            "npx pulumi config set executorMemoryMb 1769 && npx pulumi up",
          ),
        ];
  },
});

interface Output {
  readonly returnValue: unknown;
  readonly executionTimeMs: number;
  readonly cpuTimeMs: number;
  readonly error: string | null;
  readonly stderr: string;
  readonly reason: string | null;
}
