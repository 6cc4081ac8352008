import { GOOD_BODY } from "../support/http/post-grade.js";

/** What is unusual about a request; the rest is that of an innocent `POST /grade`. */
export interface RequestParts {
  /** The request line. */
  readonly line?: string;
  /** Names of usual headers that are left out. */
  readonly without?: readonly string[];
  /** Whole header lines before the usual ones, and behind them; characters are bytes (latin-1). */
  readonly before?: readonly string[];
  readonly headers?: readonly string[];
  /** What follows the head; its length is stated unless Content-Length is left out. */
  readonly body?: string | Uint8Array;
  /** All that is sent, instead of anything above. */
  readonly raw?: string;
}

/** The request as it goes over the wire. */
export function requestBytes(parts: RequestParts, authorization: string): Uint8Array {
  if (parts.raw !== undefined) return Buffer.from(parts.raw, "latin1");
  const { without = [], before = [], headers = [] } = parts;
  const body = Buffer.from(parts.body ?? JSON.stringify(GOOD_BODY));
  const usual = {
    Host: "127.0.0.1",
    Authorization: authorization,
    "Content-Type": "application/json",
    "Content-Length": String(body.length),
    Connection: "close",
  };
  const kept = Object.entries(usual).filter(([name]) => !without.includes(name));
  const lines = [
    parts.line ?? "POST /grade HTTP/1.1",
    ...before,
    ...kept.map(([name, value]) => `${name}: ${value}`),
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), body]);
}
