import { readdirSync, readFileSync } from "node:fs";

/** What Linux counts in, on every machine that Node.js runs on. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU that a process has used, with all its descendants: those that run, and those that
 * ended and were waited for. Undefined where there is no `/proc`.
 */
export function cpuOfTree(pid: number): number | undefined {
  const ticks = ticksOf(pid);
  if (ticks === undefined) return undefined;
  const below = children(pid).map((child) => cpuOfTree(child) ?? 0);
  return below.reduce((sum, seconds) => sum + seconds, ticks / TICKS_PER_SECOND);
}

/** utime, stime, cutime and cstime of proc(5); before them stands a name that may hold anything. */
function ticksOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return undefined;
  }
}

/** The processes that it started and that run. */
export function children(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")
        .split(" ")
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
