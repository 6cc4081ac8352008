import { readdirSync, readFileSync } from "node:fs";

/** A process as `/proc` shows it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  /** With the pid, what tells it from a later process of the same number. */
  readonly startedAt: string;
  readonly residentKb: number;
}

/** A process and its descendants, itself first; empty where there is no `/proc` or no such process. */
export function processFamily(pid: number): ProcessEntry[] {
  const byParent = new Map<number, number[]>();
  const entries = new Map<number, ProcessEntry>();
  for (const entry of listProcesses()) {
    entries.set(entry.pid, entry);
    byParent.set(entry.parentPid, [...(byParent.get(entry.parentPid) ?? []), entry.pid]);
  }
  const family = (member: number): ProcessEntry[] => {
    const entry = entries.get(member);
    if (entry === undefined) return [];
    return [entry, ...(byParent.get(member) ?? []).flatMap(family)];
  };
  return family(pid);
}

export function isAlive({ pid, startedAt }: ProcessEntry): boolean {
  return readProcess(String(pid))?.startedAt === startedAt;
}

function listProcesses(): ProcessEntry[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(readProcess)
      .filter((entry) => entry !== undefined);
  } catch {
    // No Linux: what the processes take is not known.
    return [];
  }
}

function readProcess(pid: string): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is a name in parentheses, which may hold anything; fields count from there.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, parentPid] = fields;
    if (state === "Z") return undefined;
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return {
      pid: Number(pid),
      parentPid: Number(parentPid),
      startedAt: fields[19] ?? "",
      residentKb: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0),
    };
  } catch {
    // It ended between two reads.
    return undefined;
  }
}
