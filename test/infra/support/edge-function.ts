import { runInNewContext } from "node:vm";

export type EdgeHeaders = Record<string, { value: string; multiValue?: { value: string }[] }>;

export interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: EdgeHeaders;
  readonly querystring?: object;
}

export interface EdgeAnswer {
  readonly statusCode: number;
  readonly headers: EdgeHeaders;
  readonly body?: { readonly encoding: "text"; readonly data: string };
}

/** Runs a function's code as CloudFront does: nothing in scope but the event. */
export function runAtEdge(code: string, request: EdgeRequest): EdgeRequest | EdgeAnswer {
  const event = JSON.stringify({ version: "1.0", request });
  return JSON.parse(runInNewContext(`${code}; JSON.stringify(handler(${event}))`));
}

/** Headers as an event has them. */
export function toEdgeHeaders(headers: Readonly<Record<string, string>>): EdgeHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), { value }]),
  );
}
