import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const WORK = fileURLToPath(new URL("calibration-work.mjs", import.meta.url));
const TIMES = 9;

/**
 * Seconds of CPU that this machine needs, at this moment, for a fixed piece of work. A process of its own
 * does it, several times, and the median counts: what this process has compiled and collected by now
 * would differ between two runs by more than the bound of the budget.
 */
export function calibrate(): number {
  const seconds = Array.from({ length: TIMES }, secondsOfWork).sort((a, b) => a - b);
  return seconds[(TIMES - 1) / 2] ?? Number.NaN;
}

function secondsOfWork(): number {
  return Number(execFileSync(process.execPath, [WORK], { encoding: "utf8" })) / 1e6;
}
