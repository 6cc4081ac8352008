import type { Language } from "../domain/language.js";
import type { Clock, Executor, Log } from "../ports.js";

/** How long a caller waits at most; an environment that is starting by then goes on starting. */
const PATIENCE_MS = 900;

export interface WarmUpInput {
  readonly userId: string;
  readonly language: Language;
  readonly log: Log;
}

/** Has an environment of the executor started for the user; that none can be had is no error. */
export async function warmUp(
  { executor, clock }: { readonly executor: Executor; readonly clock: Clock },
  { userId, language, log }: WarmUpInput,
): Promise<void> {
  const patience = clock.timeout(PATIENCE_MS);
  try {
    await executor.warmUp(userId, language, patience);
  } catch (error) {
    if (patience.aborted) return;
    log("executor.notWarmed", { reason: error instanceof Error ? error.name : String(error) });
  }
}
