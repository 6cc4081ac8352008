import type { CaseOutcome } from "../domain/execution.js";
import type { FanOutLimits } from "../domain/fan-out.js";
import type { JsonText } from "../domain/json.js";
import type { Language } from "../domain/language.js";
import { DEFAULT_TIME_LIMIT_MS } from "../domain/problem.js";
import type { Caller } from "../domain/submission.js";
import type { CallerSlots, Executor, Log, ProblemStore } from "../ports.js";
import { holdSlot } from "./hold-slot.js";
import { requireProblem } from "./require-problem.js";
import { runCases } from "./run-cases.js";

export interface RunCustomTestsDeps {
  readonly problems: ProblemStore;
  readonly executor: Executor;
  readonly callerSlots: CallerSlots;
  readonly batchLimits: FanOutLimits;
}

export interface RunCustomTestsInput {
  readonly caller: Caller;
  readonly userCode: string;
  readonly language: Language;
  /** Gives the time limit; 2 seconds without it. */
  readonly problemId?: string | undefined;
  readonly customTestCases: readonly JsonText[];
  readonly deadline: AbortSignal;
  readonly log: Log;
}

export interface CustomRun {
  readonly input: JsonText;
  readonly outcome: CaseOutcome;
}

/**
 * Runs the code on the caller's own inputs; nothing is compared or stored.
 *
 * @throws VisibleError TooManyRequests, ProblemNotFound, ExecutorBusy or StorageUnavailable
 */
export async function runCustomTests(
  { problems, executor, callerSlots, batchLimits }: RunCustomTestsDeps,
  { caller, userCode, language, problemId, customTestCases, deadline, log }: RunCustomTestsInput,
): Promise<CustomRun[]> {
  const timeLimitMs =
    problemId === undefined
      ? DEFAULT_TIME_LIMIT_MS
      : (await requireProblem(problems, problemId, log)).timeLimitMs;
  const tenantId = caller.userId;
  const job = { code: userCode, language, timeLimitMs, inputs: customTestCases, tenantId };
  const outcomes = await runCases(executor, job, batchLimits, deadline, log, {
    takeSlot: () => holdSlot(callerSlots, tenantId, "customRun", log),
  });
  return customTestCases.map((input, index) => {
    const outcome: CaseOutcome = outcomes[index] ?? { kind: "deadline" };
    return { input, outcome };
  });
}
