import {
  AuthorizationResponseError,
  JWT_TIMESTAMP_CHECK,
  OperationProcessingError,
  ResponseBodyError,
} from "oauth4webapi";

/** Why nobody could be signed in, in what a person can do about it. */
const SIGN_IN_FAULTS = [
  "AccessDenied",
  "NotConfirmed",
  "SignInUnreachable",
  "ClockSkew",
  "CodeExpired",
  "StateMismatch",
  "CookiesBlocked",
  "SignInFailed",
] as const;

export type SignInFault = (typeof SIGN_IN_FAULTS)[number];

/** What came of an attempt to sign in, by what the library says of it. */
export function toSignInFault(error: unknown): SignInFault {
  if (error instanceof AuthorizationResponseError) {
    // Cognito says of both that access was denied, and only in words which of them it is.
    if (/confirm/i.test(error.error_description ?? "")) return "NotConfirmed";
    return error.error === "access_denied" ? "AccessDenied" : "SignInFailed";
  }
  if (error instanceof ResponseBodyError) {
    return error.error === "invalid_grant" ? "CodeExpired" : "SignInFailed";
  }
  if (error instanceof OperationProcessingError) {
    return error.code === JWT_TIMESTAMP_CHECK ? "ClockSkew" : "SignInFailed";
  }
  // What fetch rejects with when nobody answers, or not in time.
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  if (error instanceof TypeError || isLate) return "SignInUnreachable";
  return "SignInFailed";
}
