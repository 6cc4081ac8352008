import type {
  CustomTestsResponse,
  GradeResponse,
  SubmissionPage,
  SubmissionSummary,
  WholeSubmission,
} from "./answers.js";

export type * from "./answers.js";

/**
 * The service's API. Every method rejects with a GraderError, with the reason of its own signal, or
 * with what `getIdToken` throws.
 */
export interface GraderClient {
  /** Grades a submission against its problem's test cases and stores it. */
  grade(request: GradeRequest, options?: CallOptions): Promise<GradeResponse>;
  /** Runs code on inputs of the caller's own; nothing is compared or stored. */
  runCustomTests(request: CustomTestsRequest, options?: CallOptions): Promise<CustomTestsResponse>;
  /** A page of everybody's submissions; read on with its `lastEvaluatedKey` until that is null. */
  submissions(query?: SubmissionsQuery, options?: CallOptions): Promise<SubmissionPage>;
  /** The whole submission for its owner, the summary for anybody else. */
  submission(
    submissionId: string,
    options?: CallOptions,
  ): Promise<WholeSubmission | SubmissionSummary>;
}

export interface GradeRequest {
  readonly problemId: string;
  readonly userCode: string;
  /** `python3.12` when absent. */
  readonly language?: string;
  /** Made by the service when absent; the same one again replaces the earlier submission. */
  readonly submissionId?: string;
}

export interface CustomTestsRequest {
  readonly userCode: string;
  /** At most 100 inputs, of whatever JSON can hold. */
  readonly customTestCases: readonly unknown[];
  /** Gives the time limit. */
  readonly problemId?: string;
  readonly language?: string;
}

/** What all listed submissions share: one of the names, or `problemId` beside `userId` or `author`. */
export interface SubmissionsQuery {
  readonly userId?: string;
  readonly problemId?: string;
  readonly author?: string;
  readonly problemTitle?: string;
  readonly problemTitleTranslated?: string;
  /** 1 to 100; 20 when absent. */
  readonly pageSize?: number;
  /** `DESC`, the newest first, when absent. */
  readonly sortOrder?: "ASC" | "DESC";
  /** The one of the page before, with the same names and the same order. */
  readonly lastEvaluatedKey?: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** In place of the client's own. */
  readonly timeoutMs?: number;
}

export interface GraderClientOptions {
  /** Without a slash at the end; "" is a page's own origin. */
  readonly baseUrl: string;
  /** Asked before every request, so that it can renew a token. */
  readonly getIdToken: () => string | Promise<string>;
  /**
   * How long an answer is awaited, 120 s when absent. No repetition begins later than this after the
   * first request, so that a call ends within twice that.
   */
  readonly timeoutMs?: number;
  /** Whether CloudFront signs (`originProtection` is `oac`), for which it needs the digest of a body. */
  readonly signsBody?: boolean;
  /** In place of JSON.parse, which rounds long numbers. */
  readonly parseJson?: (text: string) => unknown;
  readonly fetch?: typeof fetch;
}
