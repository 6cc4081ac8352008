/** A submission whose verdict this tab waits for. */
export interface AwaitedSubmission {
  readonly submissionId: string;
  readonly problemId: string;
  /** Whose it is. */
  readonly sub: string;
}

const NAME = "edge-grader/awaited";

/** Keeps it for this tab across a reload. */
export function keepAwaited({ submissionId, problemId, sub }: AwaitedSubmission): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ submissionId, problemId, sub }));
  } catch {
    // A browser may be told to keep nothing: after a reload it is among the submissions only.
  }
}

export function readAwaited(): AwaitedSubmission | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

export function forgetAwaited(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // As above.
  }
}
