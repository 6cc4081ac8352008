import type { Clock, Executor, Log } from "../ports.js";

/** What a caller waits at most; what has been started by then goes on starting. */
const PATIENCE_MS = 900;

/** Has an environment of the executor started for the user; where there is none to be had, so be it. */
export async function warmUp(
  { executor, clock }: { readonly executor: Executor; readonly clock: Clock },
  { userId, log }: { readonly userId: string; readonly log: Log },
): Promise<void> {
  const patience = clock.timeout(PATIENCE_MS);
  try {
    await executor.warmUp(userId, patience);
  } catch (error) {
    if (patience.aborted) return;
    log("executor.notWarmed", { reason: error instanceof Error ? error.name : String(error) });
  }
}
