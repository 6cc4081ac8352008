import { cpuOfTree } from "./cpu-of-tree.js";

let charged = 0;

/** Seconds of CPU that this process and its descendants have used since it was asked the last time. */
export function takeWorkerCpu(): number | undefined {
  const used = cpuOfTree(process.pid);
  if (used === undefined) return undefined;
  // Less than before where a descendant was left to another parent.
  const seconds = Math.max(0, used - charged);
  charged = Math.max(charged, used);
  return seconds;
}
