/** What a caller may be told went wrong, and the HTTP status that says it. Contract, section 2. */
export const ERROR_STATUS = {
  InvalidInput: 400,
  Unauthorized: 401,
  MissingIdentity: 401,
  Forbidden: 403,
  ProblemNotFound: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  SubmissionIdTaken: 409,
  PayloadTooLarge: 413,
  ResponseTooLarge: 413,
  UnsupportedMediaType: 415,
  InternalError: 500,
  ExecutorBusy: 503,
  IdentityProviderUnavailable: 503,
  StorageUnavailable: 503,
  SubmissionNotSaved: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

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
