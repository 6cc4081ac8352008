import {
  type CaseOutcome,
  type ExecutorOutcome,
  NEUTRAL_EXECUTION,
  type SettledCase,
} from "../../api/domain/execution.js";
import { type Batch, FanOut, type FanOutLimits } from "../../api/domain/fan-out.js";

/** How a case goes whenever it is run. */
export interface SimulatedCase {
  readonly kind: "returns" | "timesOut" | "doesNotCompile" | "kills";
  readonly ms: number;
  readonly inputBytes: number;
}

/** An invocation as it went. */
export interface SimulatedInvocation {
  readonly batch: Batch;
  readonly beganMs: number;
  readonly endedMs: number;
  /** How many of its cases were begun. */
  readonly begun: number;
}

const EMPTY_PAYLOAD_BYTES = 100;

/** Runs the cases on as many processors as there are invocations, in a time of its own. */
export function simulateFanOut(
  cases: readonly SimulatedCase[],
  limits: FanOutLimits,
  maxTimeOuts: number,
) {
  const inputBytes = cases.map((one) => one.inputBytes);
  const fanOut = new FanOut(
    { inputBytes, emptyPayloadBytes: EMPTY_PAYLOAD_BYTES, maxTimeOuts },
    limits,
  );
  const invocations: SimulatedInvocation[] = [];
  const underWay: SimulatedInvocation[] = [];
  const outcomes: CaseOutcome[] = [];
  const note = ({ index, outcome }: SettledCase) => {
    if (outcomes[index] !== undefined) throw new Error(`case ${index} was settled twice`);
    outcomes[index] = outcome;
  };
  let nowMs = 0;
  const begin = (batch: Batch | undefined) => {
    if (batch === undefined) return;
    const invocation = { batch, beganMs: nowMs, ...run(batch, cases, nowMs) };
    invocations.push(invocation);
    underWay.push(invocation);
  };
  begin(fanOut.open());
  while (underWay.length > 0) {
    underWay.sort((a, b) => b.endedMs - a.endedMs);
    const ended = underWay.pop() as SimulatedInvocation;
    nowMs = ended.endedMs;
    const { batch, begun } = ended;
    const ran = batch.cases.slice(0, begun).map((index) => outcomeOf(index, cases));
    const settled = ran.includes(undefined)
      ? fanOut.died(batch, failureOf(batch.cases[0] as number))
      : fanOut.answered(batch, ran as ExecutorOutcome[]);
    for (const one of settled) note(one);
    for (let next = fanOut.next(); next !== undefined; next = fanOut.next()) begin(next);
  }
  for (const one of fanOut.overtaken()) note(one);
  return { outcomes, invocations, tookMs: nowMs, hasMore: fanOut.hasMore };
}

/** What the payload of a batch would take. */
export function payloadBytes({ cases }: Batch, all: readonly SimulatedCase[]): number {
  const bytes = cases.map((index) => (all[index] as SimulatedCase).inputBytes + 1);
  return bytes.reduce((sum, one) => sum + one, EMPTY_PAYLOAD_BYTES);
}

/** Undefined for a case that takes its invocation with it. */
export function outcomeOf(
  index: number,
  cases: readonly SimulatedCase[],
): ExecutorOutcome | undefined {
  const { kind, ms } = cases[index] as SimulatedCase;
  // Its figure tells whose outcome it is.
  const execution = { ...NEUTRAL_EXECUTION, executionTimeMs: ms, peakMemoryKb: index };
  switch (kind) {
    case "kills":
      return undefined;
    case "returns":
      return { kind: "executed", execution };
    case "timesOut":
      return { kind: "executed", execution: { ...execution, isSuccessful: false, timedOut: true } };
    case "doesNotCompile":
      return {
        kind: "executed",
        execution: { ...execution, isSuccessful: false, reason: "COMPILE_ERROR" },
      };
  }
}

export function failureOf(index: number) {
  return { errorType: "Died", errorMessage: String(index), stackTrace: [] };
}

function run({ cases: indexes, budgetMs }: Batch, cases: readonly SimulatedCase[], nowMs: number) {
  let ms = 0;
  let begun = 0;
  for (const index of indexes) {
    if (begun > 0 && ms >= budgetMs) break;
    const one = cases[index] as SimulatedCase;
    begun += 1;
    ms += one.ms;
    if (one.kind === "kills") break;
  }
  return { begun, endedMs: nowMs + ms };
}
