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

/** The result of the work, once it has come to its end; what it tells before may be told on. */
export async function finish<Case extends CaseEvent, Result>(
  work: Work<Case, Result>,
  tell: (event: StartedEvent | Case) => void = () => {},
): Promise<Result> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    tell(step.value);
  }
}
