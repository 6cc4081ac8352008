import { isObject } from "../domain/json.js";
import { ERROR_STATUS } from "./error-status.js";

/** A response as a function URL takes it. */
interface EventResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** What is wrong with an event that the app cannot be asked; undefined when it can. */
export function findEventFault(event: unknown): string | undefined {
  const context = isObject(event) ? event.requestContext : undefined;
  const http = isObject(context) ? context.http : undefined;
  const method = isObject(http) ? http.method : undefined;
  if (typeof method !== "string") return "event: is not a request to the function's URL";
  return isFetchable(method) ? undefined : "method: is not one that this function takes";
}

/** A Fetch request has no method that is no token, and neither CONNECT nor TRACE nor TRACK. */
function isFetchable(method: string): boolean {
  try {
    new Request("https://any.example", { method });
    return true;
  } catch {
    // It says nothing beyond that.
    return false;
  }
}

/** The answer to such an event, in the form of every other error. */
export function refuseEvent(fault: string, requestId: string): EventResponse {
  const code = "InvalidInput";
  return {
    statusCode: ERROR_STATUS[code],
    headers: {
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "x-amzn-errortype": code,
      "x-request-id": requestId,
    },
    body: JSON.stringify({ error: `Invalid input: ${fault}`, code, requestId }),
    isBase64Encoded: false,
  };
}
