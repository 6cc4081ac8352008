import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ErrorCode } from "../domain/errors.js";

/** The one table of what each error is answered with. */
export const ERROR_STATUS = {
  InvalidInput: 400,
  Unauthorized: 401,
  MissingIdentity: 401,
  Forbidden: 403,
  ProblemNotFound: 404,
  SubmissionNotFound: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  SubmissionIdTaken: 409,
  PayloadTooLarge: 413,
  ResponseTooLarge: 413,
  UnsupportedMediaType: 415,
  TooManyRequests: 429,
  InternalError: 500,
  ExecutorBusy: 503,
  IdentityProviderUnavailable: 503,
  StorageUnavailable: 503,
  SubmissionNotSaved: 503,
} as const satisfies Readonly<Record<ErrorCode, ContentfulStatusCode>>;
