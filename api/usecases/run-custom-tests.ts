import { type Calling, findInputFault } from "../domain/entry.js";
import { VisibleError } from "../domain/errors.js";
import type { CaseOutcome } from "../domain/execution.js";
import type { FanOutLimits } from "../domain/fan-out.js";
import type { JsonText } from "../domain/json.js";
import type { Language } from "../domain/language.js";
import { DEFAULT_TIME_LIMIT_MS, type Problem } from "../domain/problem.js";
import type { Caller } from "../domain/submission.js";
import type { CallerSlots, Executor, Log, ProblemStore } from "../ports.js";
import { holdSlot } from "./hold-slot.js";
import { requireProblemIn } from "./require-problem-in.js";
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
  /** Gives the time limit and the calling; 2 seconds and the request's own without it. */
  readonly problemId?: string | undefined;
  readonly calling: Calling;
  readonly customTestCases: readonly JsonText[];
  readonly deadline: AbortSignal;
  readonly log: Log;
}

export interface CustomRun {
  readonly input: JsonText;
  readonly outcome: CustomOutcome;
}

/** What became of an input; one that its problem's code cannot be called with was not sent to it. */
export type CustomOutcome =
  | CaseOutcome
  | { readonly kind: "unsuitable" /** What an input must be. */; readonly fault: string };

/** What can be told while custom tests run. */
export type CustomTestsEvent =
  | { readonly kind: "started"; readonly totalCaseCount: number }
  /** What became of an input; each has one, in the order in which they become known. */
  | { readonly kind: "case"; readonly index: number; readonly run: CustomRun };

/**
 * Runs the code on the caller's own inputs, which it tells as it goes, and returns what became of all;
 * nothing is compared or stored.
 *
 * @throws VisibleError TooManyRequests, ProblemNotFound, ExecutorBusy, StorageUnavailable, or
 * InvalidInput when the problem is not solved in that language, or a request that says itself how the
 * code is called has an input that does not suit it
 */
export async function* runCustomTests(
  deps: RunCustomTestsDeps,
  input: RunCustomTestsInput,
): AsyncGenerator<CustomTestsEvent, CustomRun[]> {
  const { customTestCases } = input;
  const { timeLimitMs, calling } = await findConditions(deps, input);
  const faults = customTestCases.map((one) => findInputFault(calling, one));
  if (input.problemId === undefined) refuse(faults);
  yield { kind: "started", totalCaseCount: customTestCases.length };
  const runs: CustomRun[] = [];
  for await (const { index, outcome } of outcomes(deps, input, { timeLimitMs, calling }, faults)) {
    const run = { input: customTestCases[index] as JsonText, outcome };
    runs[index] = run;
    yield { kind: "case", index, run };
  }
  return runs;
}

async function* outcomes(
  deps: RunCustomTestsDeps,
  { caller, userCode, language, customTestCases, deadline, log }: RunCustomTestsInput,
  conditions: Conditions,
  faults: readonly (string | undefined)[],
): AsyncGenerator<{ readonly index: number; readonly outcome: CustomOutcome }, void> {
  const suitable: number[] = [];
  for (const [index, fault] of faults.entries()) {
    if (fault === undefined) suitable.push(index);
    else yield { index, outcome: { kind: "unsuitable", fault } };
  }
  const inputs = suitable.map((index) => customTestCases[index] as JsonText);
  const tenantId = caller.userId;
  const job = { code: userCode, language, ...conditions, inputs, tenantId };
  await using slot = holdSlot(deps.callerSlots, tenantId, "customRun", log);
  const bounds = { takeSlot: () => slot.take() };
  for await (const settled of runCases(
    deps.executor,
    job,
    deps.batchLimits,
    deadline,
    log,
    bounds,
  )) {
    for (const { index, outcome } of settled) yield { index: suitable[index] as number, outcome };
  }
}

function refuse(faults: readonly (string | undefined)[]): void {
  const index = faults.findIndex((fault) => fault !== undefined);
  if (index === -1) return;
  throw new VisibleError(
    "InvalidInput",
    `Invalid input: customTestCases.${index}: ${faults[index]}`,
  );
}

type Conditions = Pick<Problem, "timeLimitMs" | "calling">;

/** The limit that the code has and how it is called: the problem's, where there is one. */
async function findConditions(
  { problems }: RunCustomTestsDeps,
  { problemId, language, calling, log }: RunCustomTestsInput,
): Promise<Conditions> {
  if (problemId === undefined) return { timeLimitMs: DEFAULT_TIME_LIMIT_MS, calling };
  return requireProblemIn(language, problems, problemId, log);
}
