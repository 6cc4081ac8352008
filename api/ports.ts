import type { Calling } from "./domain/entry.js";
import type { ExecutorFailure, ExecutorOutcome } from "./domain/execution.js";
import type { JsonText } from "./domain/json.js";
import type { Language } from "./domain/language.js";
import type { SortOrder } from "./domain/list-page.js";
import type { Problem } from "./domain/problem.js";
import type { ProblemChunk, ProblemCursor } from "./domain/problem-list.js";
import type { Regraded } from "./domain/regraded.js";
import type { StatedProblem } from "./domain/statement.js";
import type { Caller, Grading, StoredSubmission, Submission } from "./domain/submission.js";
import type {
  SubmissionChunk,
  SubmissionCursor,
  SubmissionList,
} from "./domain/submission-list.js";

export interface ProblemStore {
  /**
   * The problem, with what is unusable about it.
   *
   * @throws VisibleError StorageUnavailable
   */
  get(problemId: string): Promise<Problem | undefined>;

  /**
   * The same with its statement.
   *
   * @throws VisibleError StorageUnavailable
   */
  getStated(problemId: string): Promise<StatedProblem | undefined>;

  /**
   * The part of the list of problems that follows the cursor, or its beginning.
   *
   * @throws VisibleError NotFound where the table of problems keeps no list, StorageUnavailable
   */
  listPage(
    sortOrder: SortOrder,
    after: ProblemCursor | undefined,
    limit: number,
  ): Promise<ProblemChunk>;
}

export interface SubmissionStore {
  /**
   * Stores the submission, replacing the same user's earlier one of that id.
   *
   * @throws VisibleError SubmissionIdTaken when the id is another user's, StorageUnavailable
   */
  put(submission: Submission): Promise<void>;

  /**
   * The submission of that id, as the last `put` left it.
   *
   * @throws VisibleError StorageUnavailable
   */
  get(submissionId: string): Promise<StoredSubmission | undefined>;

  /**
   * The part of the list that follows the cursor, or its beginning. The chunk may have more or fewer
   * submissions than the limit, even none before the end of the list.
   *
   * @throws VisibleError StorageUnavailable
   */
  listPage(
    list: SubmissionList,
    after: SubmissionCursor | undefined,
    limit: number,
  ): Promise<SubmissionChunk>;
}

/** The verdicts of stored submissions, for whoever grades them again. */
export interface VerdictStore {
  /**
   * What tells by which tests each of these was graded, null where that is not known; nothing of those
   * that are not there.
   *
   * @throws VisibleError StorageUnavailable
   */
  testSetHashes(submissionIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;

  /**
   * Gives a submission another verdict, unless it has changed since it was read; everything else of it
   * stays as it is. Answers whether it has the new one.
   *
   * @throws VisibleError StorageUnavailable
   */
  replace(read: StoredSubmission, grading: Grading, regraded: Regraded): Promise<boolean>;
}

/** What the tables keep of a person. */
export interface PersonalDataStore {
  /**
   * Those of the submissions that are the user's, whole, in any order.
   *
   * @throws VisibleError StorageUnavailable
   */
  submissions(userId: string, submissionIds: readonly string[]): Promise<readonly JsonText[]>;

  /**
   * Removes a submission if it is the user's; answers whether it did.
   *
   * @throws VisibleError StorageUnavailable
   */
  eraseSubmission(userId: string, submissionId: string): Promise<boolean>;

  /**
   * Removes the user's slots and answers how many there were.
   *
   * @throws VisibleError StorageUnavailable
   */
  eraseSlots(userId: string): Promise<number>;
}

/** Some cases of one submission, for one invocation of the executor. */
export interface ExecutorJob {
  readonly code: string;
  readonly language: Language;
  readonly timeLimitMs: number;
  /** Absent: a function of one of the usual names takes the input as its one argument. */
  readonly calling?: Calling;
  readonly inputs: readonly JsonText[];
  /** No further input is begun once so much time has passed since the invocation began; one always is. */
  readonly budgetMs: number;
  /** No environment of the executor is ever shared by two tenants. */
  readonly tenantId: string;
  /** The same object in all jobs of a submission (or run of custom tests), and in no other's. */
  readonly submission: object;
}

export type ExecutorAnswer =
  /** The outcomes of the first inputs, in order; fewer than inputs when its budget or its own time ran short. */
  | { readonly kind: "answered"; readonly outcomes: readonly ExecutorOutcome[] }
  | { readonly kind: "died"; readonly failure: ExecutorFailure };

export interface Executor {
  /**
   * Runs the job once. Throttling is retried, and a connection that broke before any byte of an
   * answer is tried once more. Rejects with the signal's reason when aborted.
   *
   * @throws VisibleError ExecutorBusy when it is throttled after all retries
   */
  run(job: ExecutorJob, signal: AbortSignal): Promise<ExecutorAnswer>;

  /**
   * Starts an environment of that language for the tenant unless it has one that is free. Rejects when
   * there is none to be had, or with the signal's reason when aborted.
   */
  warmUp(tenantId: string, language: Language, signal: AbortSignal): Promise<void>;
}

/** What a caller asks for that takes an executor. */
export type CallerWork = "submission" | "customRun";

/** What of a caller's is slow enough to need several invocations may be only so much at once. */
export interface CallerSlots {
  /**
   * A slot for as long as the work takes; disposing of it makes room for the caller's next. One that is
   * never disposed of ends by itself, some minutes later.
   *
   * @throws VisibleError TooManyRequests when the caller has as much under way as allowed
   */
  take(userId: string, work: CallerWork): Promise<AsyncDisposable>;
}

export interface IdentityProvider {
  /** @throws VisibleError Unauthorized, MissingIdentity or IdentityProviderUnavailable */
  identify(idToken: string): Promise<Caller>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** A signal that aborts once `ms` of monotonic time have passed. */
  timeout(ms: number): AbortSignal;
}

export interface Ids {
  /** A UUID v4. */
  next(): string;
}

/**
 * Does something again and again, with longer and longer pauses, while it fails of what will pass:
 * executors that are busy, tables that do not answer. In the end it throws what it threw last.
 */
export type Retry = <Value>(attempt: () => Promise<Value>) => Promise<Value>;

/** One line of the log about something a caller is not told. */
export type Log = (event: string, fields: Readonly<Record<string, unknown>>) => void;
