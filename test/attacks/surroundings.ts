import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

const SHARED_FOLDERS = ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"];
// What another process of the same user can change about a process, and what would show it.
const STATUS_FIELDS = /^(Umask|Uid|Gid|Groups|NoNewPrivs|Cpus_allowed_list|Mems_allowed_list):/;
const PROCESS_FILES = ["limits", "oom_score_adj", "timerslack_ns", "coredump_filter"];

export interface SeenProcess {
  pid: number;
  parent: number;
  /** One letter, as in `ps`. */
  state: string;
  command: string;
}

/** Every process that runs as `uid`, ended ones that another of these should wait for included. */
export function processesOf(uid: number): SeenProcess[] {
  const seen = allOf(uid);
  const pids = new Set(seen.map(({ pid }) => pid));
  // One that ended after its parent is for the system's first process to wait for, in its own time.
  return seen.filter(({ state, parent }) => state !== "Z" || pids.has(parent));
}

function allOf(uid: number): SeenProcess[] {
  return namesIn("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // A process that hides its memory has a folder of root's: its status tells whose it is.
      const status = read(`/proc/${name}/status`);
      if (!status.includes(`\nUid:\t${uid}\t`)) return [];
      const [, state = "?"] = /\nState:\t(\w)/.exec(status) ?? [];
      const [, parent = "0"] = /\nPPid:\t(\d+)/.exec(status) ?? [];
      const command = read(`/proc/${name}/cmdline`).replaceAll("\0", " ");
      return [{ pid: Number(name), parent: Number(parent), state, command }];
    });
}

/** What must be the same after any case about a process that outlives it. */
export function stateOf(pid: number): Record<string, string> {
  const status = read(`/proc/${pid}/status`).split("\n");
  const numbers = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  const files = PROCESS_FILES.map((name) => [name, read(`/proc/${pid}/${name}`)]);
  return {
    ...Object.fromEntries(files),
    status: status.filter((line) => STATUS_FIELDS.test(line)).join("\n"),
    // Priority, nice value, real-time priority and policy, counted from the state on.
    scheduling: [15, 16, 37, 38].map((at) => numbers[at]).join(" "),
    workingFolder: link(`/proc/${pid}/cwd`),
    descriptors: String(namesIn(`/proc/${pid}/fd`).length),
  };
}

export function residentKbOf(pid: number): number {
  return Number(/\nVmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** Names of things of `uid`'s in the folders that everybody may write to. */
export function namesOf(uid: number): string[] {
  return SHARED_FOLDERS.flatMap((folder) =>
    namesIn(folder)
      .map((name) => join(folder, name))
      .filter((path) => ownerOf(path) === uid),
  );
}

/** System V IPC objects of `uid`'s, and how many kernel keys it holds. */
export function kernelObjectsOf(uid: number): string[] {
  const objects = ["shm", "msg", "sem"].flatMap((kind) => {
    const [head = "", ...rows] = read(`/proc/sysvipc/${kind}`).trim().split("\n");
    const at = head.trim().split(/\s+/).indexOf("uid");
    return rows
      .filter((row) => row.trim().split(/\s+/)[at] === String(uid))
      .map((row) => `${kind} ${row}`);
  });
  const keys = read("/proc/key-users")
    .split("\n")
    .filter((line) => line.trim().startsWith(`${uid}:`));
  return [...objects, ...keys];
}

/** Ends and removes what a failed program left, so that it fails no other test. */
export function cleanUp(uid: number): void {
  for (const { pid } of processesOf(uid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
  for (const path of namesOf(uid)) rmSync(path, { recursive: true, force: true });
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process ended, or this kernel has no such file.
    return "";
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

function ownerOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.uid;
}
