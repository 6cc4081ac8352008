/** What a caller may be told went wrong; docs/api.md says when. */
export type ErrorCode =
  | "InvalidInput"
  | "Unauthorized"
  | "MissingIdentity"
  | "Forbidden"
  | "ProblemNotFound"
  | "SubmissionNotFound"
  | "NotFound"
  | "MethodNotAllowed"
  | "SubmissionIdTaken"
  | "PayloadTooLarge"
  | "ResponseTooLarge"
  | "UnsupportedMediaType"
  | "TooManyRequests"
  | "InternalError"
  | "ExecutorBusy"
  | "IdentityProviderUnavailable"
  | "StorageUnavailable"
  | "SubmissionNotSaved";

/** An error whose sentence is for the caller; `cause` is for the log alone. */
export class VisibleError extends Error {
  constructor(
    readonly code: ErrorCode,
    sentence: string,
    options: ErrorOptions = {},
  ) {
    super(sentence, options);
  }
}
