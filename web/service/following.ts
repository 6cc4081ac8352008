import type { ShownCase } from "../results/shown-case.js";

/** Whoever goes along with a run. */
export interface Following {
  /** Ends when nobody waits for it any longer. */
  readonly signal: AbortSignal;
  /** @param submissionId of what is going to be stored */
  began(total: number, submissionId?: string): void;
  caseEnded(one: ShownCase): void;
  connectionLost(): void;
}
