import type { Log } from "../api/ports.js";

const REQUEST = "request";

/** Where a log is read: by a person in a terminal, or by a program. */
export interface LogTarget {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Writes each event with its time: a line to read in a terminal, and a line of JSON elsewhere. */
export function consoleLog(target: LogTarget, now: () => Date = () => new Date()): Log {
  return (event, fields) => {
    const time = now();
    const line = target.isTTY
      ? `${clockOf(time)} ${readable(event, fields)}`
      : JSON.stringify({ event, time, ...fields });
    target.write(`${line}\n`);
  };
}

function clockOf(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

function readable(event: string, fields: Readonly<Record<string, unknown>>): string {
  if (event !== REQUEST) return [event, ...pairs(fields)].join(" ");
  const { method, path, status, durationMs, code, error, ...more } = fields;
  const { requestId: _, edgeRequestId: __, ...rest } = more;
  const words = [method, path, status, code, `${durationMs} ms`, ...pairs(rest)];
  const line = words.filter((word) => word !== undefined).join(" ");
  return error === undefined ? line : `${line}\n${causes(error)}`;
}

function pairs(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
}

/** An error as the log has it, with what led to it, a line or a stack each. */
function causes(error: unknown): string {
  if (typeof error !== "object" || error === null) return `  ${error}`;
  const { name, message, stack, cause } = error as Record<string, unknown>;
  const text = String(stack ?? `${name}: ${message}`).replaceAll("\n", "\n  ");
  return cause === undefined ? `  ${text}` : `  ${text}\n${causes(cause)}`;
}
