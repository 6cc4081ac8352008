import type { ZodOpenApiResponsesObject } from "zod-openapi";
import type { ErrorCode } from "../../domain/errors.js";
import { ERROR_STATUS } from "../error-status.js";
import { errorResponse } from "./error-response.js";
import { tooManyRequests } from "./too-many-requests.js";

/** What any request can be answered with. */
const ALWAYS = {
  403: { ...errorResponse(["Forbidden"]), id: "Forbidden" },
  429: tooManyRequests,
  500: { ...errorResponse(["InternalError"]), id: "InternalError" },
};

/** What any request that needs a token can be answered with, beside a 503. */
const WITH_TOKEN = {
  ...ALWAYS,
  401: { ...errorResponse(["Unauthorized", "MissingIdentity"]), id: "Unauthorized" },
};

/** The error responses of an operation that needs no token and knows no errors of its own. */
export const errorsWithoutToken: ZodOpenApiResponsesObject = ALWAYS;

/** The error responses of an operation that needs a token, with the errors of its own. */
export function errorsWithToken(codes: readonly ErrorCode[]): ZodOpenApiResponsesObject {
  const all: ErrorCode[] = [...codes, "IdentityProviderUnavailable"];
  const byStatus = Object.groupBy(all, (code) => ERROR_STATUS[code]);
  const own = Object.entries(byStatus).map(([status, some]) => [status, errorResponse(some)]);
  return { ...WITH_TOKEN, ...Object.fromEntries(own) };
}
