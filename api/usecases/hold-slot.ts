import { VisibleError } from "../domain/errors.js";
import type { CallerSlots, CallerWork, Log } from "../ports.js";

/**
 * A slot of the caller's for slow work. Where the slots cannot be asked, none is needed: they keep
 * order, and a verdict does not depend on them.
 *
 * @throws VisibleError TooManyRequests
 */
export async function holdSlot(
  callerSlots: CallerSlots,
  userId: string,
  work: CallerWork,
  log: Log,
): Promise<AsyncDisposable> {
  const logged = (error: unknown) => {
    if (error instanceof VisibleError) throw error;
    log("callerSlots.failed", { work, reason: String(error) });
  };
  const slot = await callerSlots.take(userId, work).catch(logged);
  return {
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
