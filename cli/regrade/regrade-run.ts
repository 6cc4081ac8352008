import type { OutdatedSubmission } from "../../api/domain/regrade.js";
import {
  findOutdatedSubmissions,
  type OutdatedSubmissions,
} from "../../api/usecases/find-outdated-submissions.js";
import { type RegradeOutcome, storeRegrade } from "../../api/usecases/regrade-submission.js";
import {
  type RegradeSubmissionsDeps,
  regradeSubmissions,
} from "../../api/usecases/regrade-submissions.js";
import { requireSameTests } from "../../api/usecases/require-same-tests.js";
import { count, countOf } from "../count.js";
import { pace } from "../pace.js";
import type { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import type { Target } from "../target/open-target.js";
import { operatorDeps } from "../target/operator-deps.js";
import type { RegradeOptions } from "./regrade-options.js";
import { changeLine } from "./regrade-report.js";
import { RegradeTally } from "./regrade-tally.js";

type Graded = Extract<RegradeOutcome, { kind: "graded" }>;

/** One invocation at a time of a submission: the students' own go before. */
const BATCH_LIMITS = { concurrentInvocations: 1, payloadBytes: 4 * 1024 * 1024 };

/** Grading the submissions of a problem again, as one command does it. */
export class RegradeRun {
  tally = new RegradeTally();
  readonly #told = new Set<string>();
  readonly #deps: RegradeSubmissionsDeps & Parameters<typeof findOutdatedSubmissions>[0];

  constructor(
    private readonly surroundings: Surroundings,
    private readonly progress: Progress,
    private readonly options: RegradeOptions,
    target: Target,
  ) {
    this.#deps = {
      ...target.deps,
      ...operatorDeps(target, surroundings, progress),
      clock: { now: Date.now, timeout: AbortSignal.timeout },
      batchLimits: BATCH_LIMITS,
      turn: pace(options.rate, surroundings.signal),
    };
  }

  find(problemId: string): Promise<OutdatedSubmissions> {
    const { user: userId, status: statuses, since, limit } = this.options;
    return findOutdatedSubmissions(this.#deps, {
      problemId,
      selection: { userId, statuses, since, limit },
      log: this.#log,
      onProgress: (listed) => this.progress.show(`${countOf(listed, "submission")} looked at`),
    });
  }

  /** Runs the code of these and keeps the new verdicts in memory. */
  async preview({ problem }: OutdatedSubmissions, some: readonly OutdatedSubmission[]) {
    const graded: Graded[] = [];
    await this.#regrade(problem, some, false, (outcome) => {
      if (outcome.kind === "graded") graded.push(outcome);
    });
    return graded;
  }

  /** Stores what a preview has found, where it still holds. */
  async store({ problem, outdated }: OutdatedSubmissions, graded: readonly Graded[]) {
    await requireSameTests(this.#deps, problem);
    const byId = new Map(outdated.map((one) => [one.submissionId, one]));
    for (const [at, one] of graded.entries()) {
      this.progress.show(`${count(at)} of ${countOf(graded.length, "verdict")} stored`);
      this.surroundings.signal.throwIfAborted();
      const submission = byId.get(one.read.submissionId);
      if (submission !== undefined) this.tally.add(submission, await storeRegrade(this.#deps, one));
    }
  }

  /** Grades these again and stores each verdict at once. */
  regrade({ problem }: OutdatedSubmissions, some: readonly OutdatedSubmission[]): Promise<void> {
    return this.#regrade(problem, some, true);
  }

  #regrade(
    problem: OutdatedSubmissions["problem"],
    outdated: readonly OutdatedSubmission[],
    isStored: boolean,
    take?: (outcome: RegradeOutcome) => void,
  ): Promise<void> {
    const { surroundings, progress, tally } = this;
    const before = tally.endedCount;
    return regradeSubmissions(this.#deps, {
      problem,
      outdated,
      isStored,
      concurrency: this.options.concurrency,
      signal: surroundings.signal,
      log: this.#log,
      onOutcome: (submission, outcome) => {
        const change = tally.add(submission, outcome);
        take?.(outcome);
        progress.show(`${count(tally.endedCount - before)} of ${count(outdated.length)} graded`);
        if (change === undefined || this.options.json) return;
        progress.clear();
        surroundings.out(changeLine(change));
      },
    });
  }

  /** The first of each kind: what an executor does wrong, it does wrong often. */
  readonly #log = (event: string, fields: Readonly<Record<string, unknown>>): void => {
    if (event === "problem.unusable" || this.#told.has(event)) return;
    this.#told.add(event);
    this.progress.clear();
    this.surroundings.err(`${event} ${JSON.stringify(fields)}\n`);
  };
}
