import { InvalidArgumentError } from "commander";

/** Reads an option that is a moment, as epoch seconds. */
export function toSeconds(text: string): number {
  const ms = Date.parse(text);
  if (!Number.isNaN(ms)) return Math.floor(ms / 1000);
  throw new InvalidArgumentError(
    "It must be a time as in 2026-11-01 or 2026-11-01T09:00:00+09:00.",
  );
}
