import type { Language } from "../domain/language.js";
import type { Clock, Executor, Log } from "../ports.js";

/** How long a caller waits at most; an environment that is starting by then goes on starting. */
const TIMEOUT_MS = 900;

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
  const timeout = clock.timeout(TIMEOUT_MS);
  try {
    await executor.warmUp(userId, language, timeout);
  } catch (error) {
    if (timeout.aborted) return;
    log("executor.notWarmed", { reason: error instanceof Error ? error.name : String(error) });
  }
}
