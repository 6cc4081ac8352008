import { type Command, InvalidArgumentError } from "commander";
import { STATUSES } from "../../api/domain/verdict.js";
import { toKey } from "../key-option.js";
import { toSeconds } from "../seconds-option.js";
import type { ChangeOptions } from "../target-options.js";

export interface RegradeOptions extends ChangeOptions {
  readonly user?: string;
  readonly status?: readonly string[];
  /** Epoch seconds. */
  readonly since?: number;
  readonly limit?: number;
  readonly rate: number;
  readonly concurrency: number;
}

/** Adds which submissions are graded again, and how fast. */
export function withRegradeOptions(command: Command): Command {
  return command
    .option("--user <sub>", "only this user's submissions, by the sub of their token", toKey)
    .option(
      "--status <names>",
      `only submissions that ended so (${STATUSES.join(", ")}); several with commas`,
      toStatuses,
    )
    .option("--since <time>", "only submissions from then on, such as 2026-11-01", toSeconds)
    .option(
      "--limit <number>",
      "only so many, the newest first (a dry run: 100 when not given)",
      toCount,
    )
    .option("--rate <number>", "begin at most so many submissions a second", toRate, 5)
    .option("--concurrency <number>", "submissions under way at once, 1 to 50", toConcurrency, 2);
}

function toStatuses(text: string): string[] {
  const names = text.split(",").map((name) => name.trim().toUpperCase());
  const unknown = names.find((name) => !STATUSES.some((status) => status === name));
  if (unknown === undefined) return names;
  throw new InvalidArgumentError(`${unknown} is no status. It is one of ${STATUSES.join(", ")}.`);
}

function toCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 1.");
}

function toRate(text: string): number {
  const rate = Number(text);
  if (rate > 0 && rate <= 1000) return rate;
  throw new InvalidArgumentError("It must be a number above 0, at most 1000.");
}

function toConcurrency(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 50) return count;
  throw new InvalidArgumentError("It must be a whole number from 1 to 50.");
}
