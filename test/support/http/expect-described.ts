import type { Answer } from "./answer.js";
import { faultBySchema, operationPlace, type Place, placeAt } from "./api-description.js";

/** What only a development server has, which the document is not about. */
const DEVELOPMENT = /^\/(?:$|(?:dev|docs|page)(?:\/|$))/;

/** What Node's parser answers by itself, before the app: no body, and no name of the request. */
const PARSER_STATUSES = [400, 408, 413, 417, 431];

/**
 * Throws unless openapi.json describes such an answer to such a request: its status, its headers and
 * its body to the last property; and the request too when it was answered well.
 */
export function expectDescribed(url: string, init: RequestInit, answer: Answer): void {
  const method = init.method ?? "GET";
  const { pathname } = new URL(url);
  if (DEVELOPMENT.test(pathname) || isByParser(answer)) return;
  if (method === "OPTIONS") {
    if (answer.status !== 204 || answer.text !== "") throw fault("is no answer to a preflight");
    return;
  }
  const operation = operationPlace(method === "HEAD" ? "GET" : method, pathname);
  const response = responsePlace(operation, String(answer.status));
  if (response?.value === undefined) throw fault("is not described");
  for (const what of [...headerFaults(response, answer), ...bodyFaults(response, answer)]) {
    throw fault(what);
  }
  const what = answer.status === 200 ? requestFault(operation, init.body) : undefined;
  if (what !== undefined) throw fault(`was taken although the request ${what}`);

  function bodyFaults(place: Place, { headers, text, body }: Answer): string[] {
    if (method === "HEAD" || place.value.content === undefined)
      return text === "" ? [] : ["has a body"];
    const [type = ""] = (headers.get("Content-Type") ?? "").split(";");
    const schema = placeAt(place.pointer, "content", type, "schema");
    if (schema.value === undefined) return ["is no JSON"];
    const values = type === "application/json" ? [body] : linesOf(text);
    return values.flatMap((value) => {
      const wrong = faultBySchema(schema, value);
      const told = JSON.stringify(value)?.slice(0, 500);
      return wrong === undefined ? [] : [`has a wrong body: ${wrong} in ${told}`];
    });
  }

  function fault(what: string): Error {
    return new Error(`By openapi.json, ${answer.status} to ${method} ${pathname} ${what}.`);
  }
}

/** The values of NDJSON. */
export function linesOf(text: string): unknown[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line));
}

function isByParser({ status, headers, text }: Answer): boolean {
  return PARSER_STATUSES.includes(status) && text === "" && !headers.has("X-Request-Id");
}

/** Beside an operation's own there is what any other path and method is answered with. */
function responsePlace(operation: Place | undefined, status: string): Place | undefined {
  if (operation?.value !== undefined) return placeAt(operation.pointer, "responses", status);
  if (status === "403") return placeAt("#/components/responses", "Forbidden");
  const other = operation === undefined ? "404" : "405";
  return status === other ? placeAt("#/x-other-requests", status) : undefined;
}

function headerFaults(response: Place, { headers }: Answer): string[] {
  return Object.keys(response.value.headers ?? {}).flatMap((name) => {
    const header = placeAt(response.pointer, "headers", name);
    const value = headers.get(name);
    if (value === null) return header.value.required ? [`lacks the header ${name}`] : [];
    const wrong = faultBySchema(placeAt(header.pointer, "schema"), value);
    return wrong === undefined ? [] : [`has a wrong ${name}: ${wrong}`];
  });
}

function requestFault(operation: Place | undefined, body: RequestInit["body"]): string | undefined {
  // What was sent as a stream can be read but once.
  if (operation?.value?.requestBody === undefined || typeof body !== "string") return undefined;
  const schema = placeAt(operation.pointer, "requestBody", "content", "application/json", "schema");
  const wrong = faultBySchema(schema, JSON.parse(body));
  return wrong && `is not described: ${wrong}`;
}
