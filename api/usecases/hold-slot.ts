import { VisibleError } from "../domain/errors.js";
import type { CallerSlots, CallerWork, Log } from "../ports.js";

/** A slot for the whole of some work, taken when it proves slow and given back with it. */
export interface HeldSlot extends AsyncDisposable {
  /** @throws VisibleError TooManyRequests */
  take(): Promise<void>;
}

/**
 * A slot of the caller's for slow work. Where the slots cannot be asked, none is needed: they keep
 * order, and a verdict does not depend on them.
 */
export function holdSlot(
  callerSlots: CallerSlots,
  userId: string,
  work: CallerWork,
  log: Log,
): HeldSlot {
  const logged = (error: unknown) => {
    if (error instanceof VisibleError) throw error;
    log("callerSlots.failed", { work, reason: String(error) });
  };
  let asked: Promise<AsyncDisposable | undefined> | undefined;
  let slot: AsyncDisposable | undefined;
  return {
    async take() {
      asked ??= callerSlots.take(userId, work).catch(logged) as Promise<
        AsyncDisposable | undefined
      >;
      slot = await asked;
    },
    async [Symbol.asyncDispose]() {
      try {
        await slot?.[Symbol.asyncDispose]();
      } catch (error) {
        // It expires.
        logged(error);
      }
    },
  };
}
