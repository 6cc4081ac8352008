import type { ErrorCode } from "../../domain/errors.js";

/** What each error means for whoever gets it. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCode, string>> = {
  InvalidInput: "The request must be mended: the sentence says which field.",
  Unauthorized: "The token is missing, wrong or expired: sign in again.",
  MissingIdentity: "The token names no user.",
  Forbidden: "The request did not come through the service's own address.",
  ProblemNotFound: "There is no such problem. Nothing is stored.",
  SubmissionNotFound: "There is no such submission.",
  NotFound: "There is nothing at this path.",
  MethodNotAllowed: "The path takes other methods: see the `Allow` header.",
  SubmissionIdTaken: "The `submissionId` belongs to another user: send another one, or none.",
  PayloadTooLarge: "The body is larger than 1 MiB.",
  ResponseTooLarge: "The results are too large to be sent: run fewer cases at once.",
  UnsupportedMediaType: "The body is not JSON by its content type, or is compressed.",
  TooManyRequests:
    "You have as much under way as one user may: try again after `Retry-After` seconds.",
  InternalError: "A fault of the service: report the `requestId`.",
  ExecutorBusy: "Nothing was stored: try again after `Retry-After` seconds.",
  IdentityProviderUnavailable: "Nothing was read or stored: try again in a moment.",
  StorageUnavailable: "Nothing was read or stored: try again in a moment.",
  SubmissionNotSaved: "Graded but not stored: `result` carries the whole answer.",
};
