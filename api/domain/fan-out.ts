import type {
  CaseOutcome,
  Execution,
  ExecutorFailure,
  ExecutorOutcome,
  SettledCase,
} from "./execution.js";

/** How the cases of a submission are spread over invocations. */
export interface FanOutLimits {
  /** Invocations that may be under way at once. */
  readonly concurrentInvocations: number;
  /** Every payload stays below it. */
  readonly payloadBytes: number;
}

/** What is known of the cases before any has run. */
export interface FanOutCases {
  /** Of each case's input. */
  readonly inputBytes: readonly number[];
  /** Of a payload without inputs. */
  readonly emptyPayloadBytes: number;
  /** After so many cases that exceeded their time, no further case is started. */
  readonly maxTimeOuts: number;
}

/** Cases for one invocation. */
export interface Batch {
  /** Their indexes. */
  readonly cases: readonly number[];
  /** No further case of it is started once so much time has passed; one always is. */
  readonly budgetMs: number;
}

/** So many time-outs are enough to know an endless loop. */
export const ENOUGH_TIME_OUTS = 10;

/** What the first invocation may take; a later one is not worth starting for less. */
const OPENING_MS = 250;
/** What an invocation should last at most. */
const BATCH_MS = 1500;

/**
 * Says which cases go into which invocation: all that fit into the first one, the rest by what was
 * measured so far, and none that cannot matter any more.
 */
export class FanOut {
  readonly #unsettled: Set<number>;
  readonly #waiting: number[];
  /** What an invocation took with it when it died: each goes alone. */
  readonly #suspects: number[] = [];
  /** The outcome of every case that still waits, once it is known without a run. */
  #foregone: CaseOutcome | undefined;
  #invocations = 0;
  #casesUnderWay = 0;
  #measuredCases = 0;
  #measuredMs = 0;
  #timeOuts = 0;

  constructor(
    readonly cases: FanOutCases,
    readonly limits: FanOutLimits,
  ) {
    this.#unsettled = new Set(cases.inputBytes.keys());
    this.#waiting = [...cases.inputBytes.keys()];
  }

  /** Whether there are cases that no invocation has been asked for. */
  get hasMore(): boolean {
    return this.#waiting.length + this.#suspects.length > 0;
  }

  /** The first invocation, which is alone until it has answered; undefined without cases. */
  open(): Batch | undefined {
    return this.#begin(this.#waiting.splice(0, this.#fitting()), OPENING_MS);
  }

  /** An invocation to begin now; undefined when there is none, or none before another has answered. */
  next(): Batch | undefined {
    if (this.#invocations >= this.limits.concurrentInvocations) return undefined;
    const suspect = this.#suspects.shift();
    if (suspect !== undefined) return this.#begin([suspect], BATCH_MS);
    const count = Math.min(this.#fitting(), this.#share(), this.#useful() - this.#casesUnderWay);
    return count > 0 ? this.#begin(this.#waiting.splice(0, count), BATCH_MS) : undefined;
  }

  /**
   * Takes the outcomes of the batch's first cases; the others wait again. Says what is settled by that:
   * these cases, and those that need no run any more.
   */
  answered(batch: Batch, outcomes: readonly ExecutorOutcome[]): SettledCase[] {
    this.#end(batch);
    this.#measure(batch, outcomes);
    for (const outcome of outcomes) {
      if (outcome.kind === "executed") this.#learn(outcome.execution);
    }
    this.#waiting.unshift(...batch.cases.slice(outcomes.length));
    const ran = outcomes.map((outcome, at) => this.#settle(batch.cases[at] as number, outcome));
    return [...ran, ...this.#forgo()];
  }

  /** Has the cases of a dead invocation sent again one by one, once; says what is settled by its death. */
  died(batch: Batch, failure: ExecutorFailure): SettledCase[] {
    this.#end(batch);
    const [only, ...others] = batch.cases;
    if (only !== undefined && others.length === 0) {
      return [this.#settle(only, { kind: "failed", failure }), ...this.#forgo()];
    }
    this.#suspects.push(...batch.cases);
    return this.#forgo();
  }

  /** What is not settled when the deadline comes. */
  overtaken(): SettledCase[] {
    return [...this.#unsettled].map((index) => this.#settle(index, { kind: "deadline" }));
  }

  #settle(index: number, outcome: CaseOutcome): SettledCase {
    this.#unsettled.delete(index);
    return { index, outcome };
  }

  #begin(cases: readonly number[], budgetMs: number): Batch | undefined {
    if (cases.length === 0) return undefined;
    this.#invocations += 1;
    this.#casesUnderWay += cases.length;
    return { cases, budgetMs };
  }

  #end({ cases }: Batch): void {
    this.#invocations -= 1;
    this.#casesUnderWay -= cases.length;
  }

  /**
   * One that stopped early has used up its budget, whatever of that was spent between its cases; but
   * the first one's may have gone into the start of its environment.
   */
  #measure({ cases, budgetMs }: Batch, outcomes: readonly ExecutorOutcome[]): void {
    const ranMs = outcomes.reduce((sum, outcome) => sum + millisecondsOf(outcome), 0);
    const hasStopped = outcomes.length < cases.length && budgetMs > OPENING_MS;
    this.#measuredMs += hasStopped ? Math.max(ranMs, budgetMs) : ranMs;
    this.#measuredCases += outcomes.length;
  }

  #learn(execution: Execution): void {
    if (execution.timedOut) this.#timeOuts += 1;
    // What is wrong with the source is wrong with it in every case.
    if (execution.reason === "COMPILE_ERROR") this.#foregone ??= { kind: "executed", execution };
    if (this.#timeOuts >= this.cases.maxTimeOuts) this.#foregone ??= { kind: "notRun" };
  }

  #forgo(): SettledCase[] {
    const outcome = this.#foregone;
    if (outcome === undefined) return [];
    const indexes = [...this.#waiting.splice(0), ...this.#suspects.splice(0)];
    return indexes.map((index) => this.#settle(index, outcome));
  }

  /** How many of the waiting cases fit into one payload: one at least. */
  #fitting(): number {
    const { inputBytes, emptyPayloadBytes } = this.cases;
    let bytes = emptyPayloadBytes;
    const firstTooMany = this.#waiting.findIndex((index, position) => {
      // With the comma behind it.
      bytes += (inputBytes[index] as number) + 1;
      return position > 0 && bytes >= this.limits.payloadBytes;
    });
    return firstTooMany === -1 ? this.#waiting.length : firstTooMany;
  }

  /** An even share of the waiting cases, bounded by how long an invocation should last. */
  #share(): number {
    if (this.#measuredCases === 0) return this.#waiting.length;
    const caseMs = this.#measuredMs / this.#measuredCases;
    const even = Math.ceil(this.#waiting.length / this.limits.concurrentInvocations);
    const most = Math.max(1, Math.floor(BATCH_MS / caseMs));
    return Math.min(Math.max(even, Math.ceil(OPENING_MS / caseMs)), most);
  }

  /** How many cases it should take, at the rate so far, to reach the time-outs that are enough. */
  #useful(): number {
    if (this.#timeOuts === 0) return this.#waiting.length + this.#casesUnderWay;
    const missing = this.cases.maxTimeOuts - this.#timeOuts;
    return Math.ceil((missing * this.#measuredCases) / this.#timeOuts);
  }
}

function millisecondsOf(outcome: ExecutorOutcome): number {
  return outcome.kind === "executed" ? outcome.execution.executionTimeMs : 0;
}
