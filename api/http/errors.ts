import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { type ErrorCode, VisibleError } from "../domain/errors.js";
import { SubmissionNotSaved } from "../usecases/grade-submission.js";
import type { AppEnv } from "./deps.js";
import { ERROR_STATUS } from "./error-status.js";
import { answerableGradeResponse } from "./grade/grade-response.js";
import { TokenMissing } from "./middleware/authenticate.js";

export function respondToError(error: Error, c: Context<AppEnv>): Response {
  const { status, code, retryAfterSeconds, body } = errorAnswer(error, c.var.requestId);
  c.header("X-Amzn-ErrorType", code);
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  if (status === 401) c.header("WWW-Authenticate", challenge(error));
  return c.json(body, status);
}

/** The one place that says what an error is answered with. */
export function errorAnswer(error: Error, requestId: string) {
  const { code, message } = toVisible(error);
  return {
    status: ERROR_STATUS[code],
    code,
    retryAfterSeconds: RETRIED_LATER.has(code) ? 2 : undefined,
    body: { error: message, code, requestId, ...extras(error) },
  };
}

/** Both end by themselves, as soon as something that runs has ended. */
const RETRIED_LATER: ReadonlySet<ErrorCode> = new Set(["ExecutorBusy", "TooManyRequests"]);

/** By RFC 6750, section 3.1, a client that sent no token is told of no error. */
function challenge(error: Error): string {
  return error instanceof TokenMissing ? "Bearer" : 'Bearer error="invalid_token"';
}

function toVisible(error: Error): VisibleError {
  if (error instanceof VisibleError) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new VisibleError("InvalidInput", "Invalid input: body: is not valid JSON");
  }
  const sentence = "Something went wrong on our side; quote the requestId when you report it.";
  return new VisibleError("InternalError", sentence);
}

/** What some errors carry beyond the common fields. */
function extras(error: Error): Readonly<Record<string, unknown>> {
  if (error instanceof SubmissionNotSaved)
    return { result: answerableGradeResponse(error.submission) };
  if (!(error instanceof VisibleError)) return {};
  if (error.code === "Unauthorized") return { message: "Unauthorized" };
  if (error.code !== "MissingIdentity") return {};
  return { message: "인증 정보가 없습니다. 사용자 ID 또는 작성자 정보를 확인할 수 없습니다." };
}
