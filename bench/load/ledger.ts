import type { GradedBody } from "./verdict-fault.js";

/** A submission that was graded, as its client sent it and was told. */
export interface Told {
  readonly userId: string;
  readonly problemId: string;
  readonly userCode: string;
  readonly body: GradedBody;
}

/** What the clients of one level, and of all of them, went through. */
export class Ledger {
  readonly told: Told[] = [];
  readonly doneMs: number[] = [];
  readonly shedMs: number[] = [];
  /** How often which other answer came, by status and code; no answer at all by its cause. */
  readonly errors = new Map<string, number>();
  /** Requests of which only the table knows what became of them. */
  unanswered = 0;
  readonly faults: string[] = [];

  done(latencyMs: number, told: Told, fault: string | undefined): void {
    this.doneMs.push(latencyMs);
    this.told.push(told);
    if (fault !== undefined) this.faults.push(fault);
  }

  error(name: string): void {
    this.errors.set(name, (this.errors.get(name) ?? 0) + 1);
  }
}
