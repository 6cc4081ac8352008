import { readdirSync, readFileSync } from "node:fs";

/** Kills a process, its group and, where `/proc` lists them, its descendants in other sessions. */
export function killTree(pid: number): void {
  const pids = stopTree(pid);
  for (const target of [-pid, ...pids]) send(target, "SIGKILL");
}

/** Kills what is left of the group that a process led. */
export function killGroup(pid: number): void {
  send(-pid, "SIGKILL");
}

/** Stops each process before it looks for its children: a stopped one cannot start another. */
function stopTree(pid: number): number[] {
  send(pid, "SIGSTOP");
  return [pid, ...children(pid).flatMap(stopTree)];
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch (error) {
    // Gone already is what was wanted; EPERM is macOS's answer for a group of zombies.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}

function children(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")
        .split(" ")
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    // The process ended meanwhile, or this system has no /proc: its group is all that is known.
    return [];
  }
}
