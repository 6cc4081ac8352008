import type { ErrorBody } from "../api/http/schemas/error-body.js";
import type { GradeResponse } from "../api/http/schemas/grade-response.js";
import { GraderError } from "./grader-error.js";

/** An answer that has come whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * The value that the service answered.
 *
 * @throws GraderError for an error, and for what the service does not say
 */
export function readAnswer<Body>(answer: Answer, parseJson: (text: string) => unknown): Body {
  const { status, headers, text } = answer;
  const body = parse(text, parseJson);
  if (isObject(body)) {
    if (status === 200) return body as Body;
    if (isErrorBody(body)) {
      const { error, code, requestId, result } = body;
      const retryAfterSeconds = readSeconds(headers.get("Retry-After"));
      throw new GraderError(error, { code, status, requestId, result, retryAfterSeconds });
    }
  }
  throw new GraderError(`The service gave an unexpected answer (${status}).`, {
    code: "UnexpectedAnswer",
    status,
    requestId: headers.get("X-Request-Id") ?? undefined,
    retryAfterSeconds: readSeconds(headers.get("Retry-After")),
  });
}

function parse(text: string, parseJson: (text: string) => unknown): unknown {
  try {
    return parseJson(text);
  } catch {
    // A page of some proxy, for example: as unexpected as JSON that is no object.
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isErrorBody(
  body: Readonly<Record<string, unknown>>,
): body is Readonly<Record<string, unknown>> & ErrorBody & { readonly result?: GradeResponse } {
  return [body.error, body.code, body.requestId].every((field) => typeof field === "string");
}

function readSeconds(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
