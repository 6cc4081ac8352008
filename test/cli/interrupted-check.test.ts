import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { isAlive } from "../dev/lambda/lambda-fixture.js";
import { children, cpuOfTree } from "../support/budget/cpu-of-tree.js";
import { useProblemFolders } from "../support/cli/problem-folders.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NODE = [process.execPath, "--import", "tsx", "cli/grader.ts"];

const PATIENCE = { timeout: 60_000, interval: 50 };

const folders = useProblemFolders();

function start(command: readonly string[]): ChildProcess {
  const [file = "", ...args] = command;
  // Of a group of its own, as a command that a shell starts on a terminal.
  const child = spawn(file, args, { cwd: ROOT, detached: true, stdio: "ignore" });
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  });
  return child;
}

const family = (pid: number): number[] => [pid, ...children(pid).flatMap(family)];

/** A second of processor time is more than the runner takes to start. */
function runsCode(pid: number): boolean {
  return family(pid).some(
    (one) =>
      children(one).length === 0 &&
      (cpuOfTree(one) ?? 0) > 1 &&
      readFileSync(`/proc/${one}/cmdline`, "utf8").includes("runner/python"),
  );
}

describe.skipIf(!existsSync("/proc/self"))("problem check that is interrupted", () => {
  it.each([
    [
      "at Ctrl-C under npm, which the whole group is sent",
      ["npm", "run", "grader", "--"],
      -1,
      "SIGINT",
    ],
    ["at SIGINT to it alone", NODE, 1, "SIGINT"],
    ["at SIGTERM", NODE, 1, "SIGTERM"],
  ] as const)(
    "ends with 130 and leaves no process: %s",
    async (_, command, whom, signal) => {
      const folder = await folders.write("endless", {
        "problem.yaml": "timeLimitSeconds: 15\n",
        "cases.json": '[{"input": 1, "expected_output": 1}]',
        "solutions/accepted/loop.py": "def solution(n):\n    while True: pass\n",
      });
      const child = start([...command, "problem", "check", folder]);
      const pid = child.pid ?? 0;
      const ended = once(child, "exit");
      await expect.poll(() => runsCode(pid), PATIENCE).toBe(true);
      const pids = family(pid);
      // The tool, the executor, its runner, and the solution.
      expect(pids.length).toBeGreaterThanOrEqual(4);
      process.kill(whom * pid, signal);
      expect(await ended).toEqual([130, null]);
      await expect.poll(() => pids.filter(isAlive), PATIENCE).toEqual([]);
    },
    180_000,
  );
});
