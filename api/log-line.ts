import type { Log } from "./ports.js";

/** Events of a service that is well; a request that failed by the service's fault is an error all the same. */
const USUAL = new Set(["request", "submission.graded"]);

/**
 * What the log gets of an event: one line of JSON. Lambda takes a line's level and time from it, the
 * level only where the time is written as in RFC 3339.
 */
export function logLine(now: number, ...[event, fields]: Parameters<Log>): string {
  const level = Number(fields.status) >= 500 ? "ERROR" : USUAL.has(event) ? "INFO" : "WARN";
  const timestamp = new Date(now).toISOString();
  return JSON.stringify({ timestamp, level, event, ...fields });
}
