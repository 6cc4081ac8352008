import type { PersonalDataStore } from "../ports.js";
import { type SubmissionChunksDeps, submissionChunks } from "./submission-chunks.js";

export interface EraseUserDeps extends SubmissionChunksDeps {
  readonly personalData: Pick<PersonalDataStore, "eraseSubmission" | "eraseSlots">;
  readonly pause: (ms: number) => Promise<void>;
}

export interface EraseUserInput {
  readonly userId: string;
  /** Aborts when it is to stop; what is left can be erased later. */
  readonly signal: AbortSignal;
  /** Told how many submissions were erased so far. */
  readonly onProgress: (erasedCount: number) => void;
}

export interface Erasure {
  readonly submissionCount: number;
  readonly slotCount: number;
  /** What the list of theirs still names, though it is gone; it has none of them in a while. */
  readonly stillListedCount: number;
}

const AT_ONCE = 25;

/** A list lags behind its table for moments: so often, so long apart, it is read once more. */
const LOOKS = 30;
const LOOK_EVERY_MS = 1000;

/**
 * Erases all of a user's submissions and slots. It reads their list again until nothing is in it any
 * more, so that what arrives meanwhile goes as well.
 *
 * @throws VisibleError StorageUnavailable; what the signal aborts with
 */
export async function eraseUser(
  deps: EraseUserDeps,
  { userId, signal, onProgress }: EraseUserInput,
): Promise<Erasure> {
  const { personalData, retry, pause } = deps;
  let submissionCount = 0;
  let stillListedCount = 0;

  const erase = async (submissionId: string): Promise<void> => {
    signal.throwIfAborted();
    const isErased = await retry(() => personalData.eraseSubmission(userId, submissionId));
    if (isErased) submissionCount += 1;
    else stillListedCount += 1;
    onProgress(submissionCount);
  };

  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (looks > 1) await pause(LOOK_EVERY_MS);
    const before = submissionCount;
    stillListedCount = 0;
    const list = { filters: { userId }, sortOrder: "ASC" } as const;
    for await (const submissions of submissionChunks(deps, list)) {
      for (let first = 0; first < submissions.length; first += AT_ONCE) {
        const some = submissions.slice(first, first + AT_ONCE);
        await Promise.all(some.map(({ submissionId }) => erase(submissionId)));
      }
    }
    if (stillListedCount === 0 && submissionCount === before) break;
  }
  const slotCount = await retry(() => personalData.eraseSlots(userId));
  return { submissionCount, slotCount, stillListedCount };
}
