/** Work that tells as it goes what becomes of its cases, and returns its result. */
export type Work<Case extends CaseEvent, Result> = AsyncGenerator<StartedEvent | Case, Result>;

/** The first thing that is told. */
export interface StartedEvent {
  readonly kind: "started";
  readonly submissionId?: string;
  readonly totalCaseCount: number;
}

export interface CaseEvent {
  readonly kind: "case";
}
