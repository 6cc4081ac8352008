import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** How long a share is counted over: about what Lambda uses. */
const PERIOD_US = 20_000;
const REMOVAL_MS = 2000;

/** A group of processes that together have a share of one processor. */
export interface ProcessorShare {
  /** Written a process id to, or `0` for the writer, it takes that process in, with what that starts. */
  readonly membersFile: string;
  remove(): Promise<void>;
}

/** The kernel grants no share here; the message says why. */
export class NoProcessorShare extends Error {}

/** @throws NoProcessorShare */
export function makeProcessorShare(share: number): ProcessorShare {
  try {
    return make(share);
  } catch (error) {
    throw new NoProcessorShare(`no control group can be made here (${(error as Error).message})`);
  }
}

function make(share: number): ProcessorShare {
  const { folder, isUnified } = findController();
  const group = `${folder}/bench-${process.pid}-${Math.round(share * 100)}`;
  mkdirSync(group);
  const quota = Math.round(PERIOD_US * share);
  if (isUnified) {
    writeFileSync(`${group}/cpu.max`, `${quota} ${PERIOD_US}`);
  } else {
    writeFileSync(`${group}/cpu.cfs_period_us`, String(PERIOD_US));
    writeFileSync(`${group}/cpu.cfs_quota_us`, String(quota));
  }
  return { membersFile: `${group}/cgroup.procs`, remove: () => removeWhenEmpty(group) };
}

function findController(): { folder: string; isUnified: boolean } {
  const mounts = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" "));
  for (const [, folder = "", type, options = ""] of mounts) {
    if (type === "cgroup" && options.split(",").includes("cpu"))
      return { folder, isUnified: false };
    if (type === "cgroup2" && hasController(folder)) return { folder, isUnified: true };
  }
  throw new Error("there is no controller of processor time");
}

function hasController(folder: string): boolean {
  if (!readFileSync(`${folder}/cgroup.controllers`, "utf8").split(/\s/).includes("cpu"))
    return false;
  writeFileSync(`${folder}/cgroup.subtree_control`, "+cpu");
  return true;
}

async function removeWhenEmpty(group: string): Promise<void> {
  const until = performance.now() + REMOVAL_MS;
  for (;;) {
    try {
      rmdirSync(group);
      return;
    } catch (error) {
      // Processes that have just ended still count for a moment.
      if (performance.now() > until) throw error;
      await delay(20);
    }
  }
}
