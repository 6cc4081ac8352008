import type { Problem } from "../domain/problem.js";
import type { OutdatedSubmission } from "../domain/regrade.js";
import type { Log, ProblemStore } from "../ports.js";
import {
  type RegradeOutcome,
  type RegradeSubmissionDeps,
  regradeSubmission,
  storeRegrade,
} from "./regrade-submission.js";
import { RegradeRefused, requireSameTests } from "./require-same-tests.js";

export interface RegradeSubmissionsDeps extends RegradeSubmissionDeps {
  readonly problems: Pick<ProblemStore, "get">;
  /** Resolves when the next submission may begin. */
  readonly turn: () => Promise<void>;
}

export interface RegradeSubmissionsInput {
  readonly problem: Problem;
  readonly outdated: readonly OutdatedSubmission[];
  /** Whether new verdicts are stored, each as soon as there is one. */
  readonly isStored: boolean;
  /** How many submissions are graded at once: never two of one student. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Told what became of each, in the order in which they end. */
  readonly onOutcome: (outdated: OutdatedSubmission, outcome: RegradeOutcome) => void;
}

/** After so many submissions it is asked whether the problem is still the same. */
const LOOK_AGAIN_AFTER = 100;

/** So many in a row are no chance: to go on would only run code for nothing. */
const ENOUGH_UNGRADABLE = 20;

/**
 * Grades submissions again. It may be ended at any moment and started anew: a submission has either its
 * old verdict or its new one, and the hash beside it says which.
 *
 * @throws RegradeRefused once the problem's tests have changed, or nothing can be graded any more; what
 * `regradeSubmission` throws
 */
export async function regradeSubmissions(
  deps: RegradeSubmissionsDeps,
  { problem, outdated, isStored, concurrency, signal, log, onOutcome }: RegradeSubmissionsInput,
): Promise<void> {
  // One student's submissions in a row find a warm environment, and never take two.
  const students = Map.groupBy(outdated, ({ userId }) => userId).values();
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let begunCount = 0;
  let ungradableInARow = 0;

  const regrade = async (submission: OutdatedSubmission): Promise<void> => {
    await deps.turn();
    stop.throwIfAborted();
    if (begunCount++ % LOOK_AGAIN_AFTER === 0) await requireSameTests(deps, problem);
    const one = { problem, outdated: submission, signal: stop, log };
    const outcome = await regradeSubmission(deps, one);
    const isToBeStored = isStored && outcome.kind === "graded";
    onOutcome(submission, isToBeStored ? await storeRegrade(deps, outcome) : outcome);
    ungradableInARow = outcome.kind === "ungradable" ? ungradableInARow + 1 : 0;
    if (ungradableInARow < ENOUGH_UNGRADABLE || outcome.kind !== "ungradable") return;
    const sentence = `${ENOUGH_UNGRADABLE} submissions in a row could not be graded (${outcome.reason}).`;
    throw new RegradeRefused(`${sentence} Their verdicts stay; mend the cause and start again.`);
  };

  const work = async (): Promise<void> => {
    for (const submissions of students) {
      for (const submission of submissions) await regrade(submission);
    }
  };

  const workers = Array.from({ length: concurrency }, () =>
    work().catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  // The first failure ends the others, which are waited for: none goes on behind the caller's back.
  const ends = await Promise.allSettled(workers);
  signal.throwIfAborted();
  if (ends.some(({ status }) => status === "rejected")) throw failed.signal.reason;
}
