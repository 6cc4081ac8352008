import type { GradeResponse } from "./answers.js";

/** What is known of a request that did not go well, beside the sentence for a person. */
export interface GraderFault extends ErrorOptions {
  readonly code: string;
  readonly status: number;
  readonly requestId?: string | undefined;
  readonly result?: GradeResponse | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Why a request did not go well; its message is the service's sentence for a person. */
export class GraderError extends Error {
  override readonly name = "GraderError";
  /** The service's code, or `NetworkError`, `Timeout` or `UnexpectedAnswer`. */
  readonly code: string;
  /** Of the answer; 0 when there was none. */
  readonly status: number;
  /** Names the request in the service's log. */
  readonly requestId: string | undefined;
  /** With `SubmissionNotSaved`: the submission was graded, and here is how. */
  declare readonly result?: GradeResponse;
  /** When the service asks to wait before the next request. */
  declare readonly retryAfterSeconds?: number;

  constructor(sentence: string, fault: GraderFault) {
    super(sentence, fault.cause === undefined ? {} : { cause: fault.cause });
    this.code = fault.code;
    this.status = fault.status;
    this.requestId = fault.requestId;
    if (fault.result !== undefined) this.result = fault.result;
    if (fault.retryAfterSeconds !== undefined) this.retryAfterSeconds = fault.retryAfterSeconds;
  }
}
