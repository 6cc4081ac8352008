import type { CustomTestsResponse, GradeResponse, ProblemPage, SubmissionPage } from "./answers.js";
import type { LiveCustomTestsEvent, LiveGradingEvent } from "./live-events.js";
import type { ShownProblem } from "./shown-problem.js";
import type { Submission } from "./submission.js";

export type * from "./answers.js";
export type * from "./live-events.js";
export type * from "./shown-problem.js";
export type * from "./submission.js";

/**
 * The service's API. Every method rejects with a GraderError, with the reason of its own signal, or
 * with what `getIdToken` throws.
 */
export interface GraderClient {
  /** Grades a submission against its problem's test cases and stores it. */
  grade(request: GradeRequest, options?: CallOptions): Promise<GradeResponse>;
  /** Runs code on inputs of the caller's own; nothing is compared or stored. */
  runCustomTests(request: CustomTestsRequest, options?: CallOptions): Promise<CustomTestsResponse>;
  /**
   * Grades a submission and yields what becomes known of it, as soon as it is: `started`, a `case` for
   * each, in whatever order they end, and last `graded`, the whole answer, which is all that comes of a
   * service that does not answer live. Leaving the loop ends the request, not the grading. Throws what
   * `grade` rejects with.
   */
  gradeLive(request: GradeRequest, options?: CallOptions): AsyncGenerator<LiveGradingEvent, void>;
  /** Runs code on inputs of the caller's own and yields `started`, a `case` for each, and last `ran`. */
  runCustomTestsLive(
    request: CustomTestsRequest,
    options?: CallOptions,
  ): AsyncGenerator<LiveCustomTestsEvent, void>;
  /** A page of the problems that are there to be solved; read on as with submissions. */
  listProblems(query?: ProblemsQuery, options?: CallOptions): Promise<ProblemPage>;
  /** A problem, with its sample cases; for staff, with `testCases`, all of it. */
  getProblem(problemId: string, options?: CallOptions): Promise<ShownProblem>;
  /** A page of everybody's submissions; read on with its `lastEvaluatedKey` until that is null. */
  listSubmissions(query?: SubmissionsQuery, options?: CallOptions): Promise<SubmissionPage>;
  /** The whole submission for its owner, the summary for anybody else. */
  getSubmission(submissionId: string, options?: CallOptions): Promise<Submission>;
  /**
   * Has an executor made ready, for a user who is about to run something: then the first run is as quick
   * as the others. Resolves too where there is none to be had.
   */
  warmUp(options?: WarmUpOptions): Promise<void>;
  /** @deprecated Call `listSubmissions`. */
  submissions(query?: SubmissionsQuery, options?: CallOptions): Promise<SubmissionPage>;
  /** @deprecated Call `getSubmission`. */
  submission(submissionId: string, options?: CallOptions): Promise<Submission>;
}

export interface GradeRequest {
  readonly problemId: string;
  /** At most 64 KiB of UTF-8. */
  readonly userCode: string;
  /** `python3.12` when absent; `javascript` where the service runs it, as a problem's `languages` say. */
  readonly language?: string | undefined;
  /** Made by the service when absent; the same one again replaces the earlier submission. */
  readonly submissionId?: string | undefined;
}

export interface CustomTestsRequest {
  /** At most 64 KiB of UTF-8. */
  readonly userCode: string;
  /** At most 100 inputs, of whatever JSON can hold. */
  readonly customTestCases: readonly unknown[];
  /** Gives the time limit, which is 2 s without it, and how the code is called: the next three count only without it. */
  readonly problemId?: string | undefined;
  /** The function to call, or `Class.method`; the first of the usual names when absent. */
  readonly entryFunction?: string | undefined;
  /** Whether an input is the function's one argument (when absent), an array of its arguments, or an object of them by name. */
  readonly argumentStyle?: "single" | "positional" | "keyword" | undefined;
  /** `stdio`: the code is a program, inputs are texts for its stdin. `function` when absent. */
  readonly io?: "function" | "stdio" | undefined;
  /** `python3.12` when absent; `javascript` where the service runs it, as a problem's `languages` say. */
  readonly language?: string | undefined;
}

/** Which page of a list. */
export interface PageQuery {
  /** 1 to 100; 20 when absent. */
  readonly pageSize?: number | undefined;
  /** `DESC`, the newest first, when absent. */
  readonly sortOrder?: "ASC" | "DESC" | undefined;
  /** The one of the page before, with the same names and the same order; null for the first page. */
  readonly lastEvaluatedKey?: string | null | undefined;
}

export type ProblemsQuery = PageQuery;

/** What all listed submissions share: one of the names, or `problemId` beside `userId` or `author`. */
export interface SubmissionsQuery extends PageQuery {
  readonly userId?: string | undefined;
  readonly problemId?: string | undefined;
  readonly author?: string | undefined;
  readonly problemTitle?: string | undefined;
  readonly problemTitleTranslated?: string | undefined;
}

export interface CallOptions {
  /** Ends the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds, in place of the client's own. */
  readonly timeoutMs?: number | undefined;
}

export interface WarmUpOptions extends CallOptions {
  /** The language of the code that will come; `python3.12` when absent. */
  readonly language?: string | undefined;
}

export interface GraderClientOptions {
  /** The service's address; "" is a page's own origin. */
  readonly baseUrl: string;
  /** Asked before every request, so that it can renew a token. */
  readonly getIdToken: () => string | Promise<string>;
  /**
   * Milliseconds that an answer is awaited, 120,000 when absent. No repetition begins later than this after the
   * first request, so that a call ends within twice that.
   */
  readonly timeoutMs?: number;
  /** Whether CloudFront signs (`originProtection` is `oac`), for which it needs the digest of a body. */
  readonly signsBody?: boolean;
  /**
   * With `true` the inputs and return values of custom tests are the texts of their JSON, which
   * JavaScript's numbers cannot round: an ExactGraderClient.
   */
  readonly exactValues?: false;
  /** In place of the global one. */
  readonly fetch?: typeof fetch;
}
