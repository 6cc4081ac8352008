import type { ErrorBody } from "../api/http/error-body-schema.js";
import type { GradeResponse } from "../api/http/grade/grade-response-schema.js";
import { GraderError } from "./grader-error.js";

/** An answer that has come whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * The value that the service answered; undefined where it has nothing to say.
 *
 * @throws GraderError for an error, and for what the service does not say
 */
export function readAnswer<Body>(answer: Answer, parseJson: (text: string) => unknown): Body {
  const { status, headers, text } = answer;
  if (status === 204) return undefined as Body;
  const body = parse(text, parseJson);
  const known = {
    status,
    requestId: headers.get("X-Request-Id") ?? undefined,
    retryAfterSeconds: readSeconds(headers.get("Retry-After")),
  };
  if (isObject(body)) {
    if (status === 200) return body as Body;
    if (isErrorBody(body)) {
      const { error, code, result } = body;
      throw new GraderError(error, { code, result, ...known });
    }
  }
  const sentence = `The service gave an unexpected answer (${status}); try again later.`;
  throw new GraderError(sentence, { code: "UnexpectedAnswer", ...known });
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

/** An error of the service, or of its web ACL, which has no name for the request. */
interface ErrorAnswer extends Pick<ErrorBody, "error" | "code"> {
  readonly result?: GradeResponse;
}

function isErrorBody(
  body: Readonly<Record<string, unknown>>,
): body is Readonly<Record<string, unknown>> & ErrorAnswer {
  return [body.error, body.code].every((field) => typeof field === "string");
}

function readSeconds(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
