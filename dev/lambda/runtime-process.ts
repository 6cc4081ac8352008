import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { ExitStatus } from "./invocation-answer.js";
import { killGroup, killTree } from "./process-tree.js";

const BOOTSTRAP = fileURLToPath(new URL("bootstrap.py", import.meta.url));
const LAST_WORDS_MS = 200;

export interface RuntimeProcessOptions {
  python: string;
  cwd: string;
  variables: Record<string, string>;
  user: { uid: number; gid: number } | undefined;
  log: ((line: string) => void) | undefined;
}

export interface RuntimeProcess {
  /** Undefined when the interpreter could not be started. */
  pid: number | undefined;
  exit: Promise<ExitStatus>;
  kill(): void;
}

export function startRuntimeProcess(options: RuntimeProcessOptions): RuntimeProcess {
  const output = options.log === undefined ? "ignore" : "pipe";
  const child = spawn(options.python, ["-B", "-u", BOOTSTRAP], {
    cwd: options.cwd,
    env: options.variables,
    // A group of its own: a kill from either side reaches no more than this environment.
    detached: true,
    // Nothing is ever said on the fourth: its end tells the bootstrap that this process is gone.
    stdio: ["ignore", output, output, "pipe"],
    ...options.user,
  });
  const { pid } = child;
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) printLines(stream, options.log);
  // A killed process may reset it; its exit says all there is to know.
  child.stdio[3]?.on("error", () => {});

  let hasExited = false;
  const exit = new Promise<ExitStatus>((resolve) => {
    child.on("error", (error) => {
      if (pid === undefined) resolve({ code: null, signal: null, startFault: error.message });
    });
    child.on("exit", (code, signal) => {
      hasExited = true;
      if (pid !== undefined) killGroup(pid);
      closeAfterLastWords(streams);
      resolve({ code, signal });
    });
  });
  // The number of a process that has exited may be somebody else's by now.
  const kill = () => {
    if (pid !== undefined && !hasExited) killTree(pid);
  };
  return { pid, exit, kill };
}

function printLines(stream: Readable, log: ((line: string) => void) | undefined): void {
  const lines = createInterface({ input: stream });
  lines.on("line", (line) => log?.(line));
}

/** A descendant in another session may hold the streams open for ever. */
function closeAfterLastWords(streams: Readable[]): void {
  setTimeout(() => {
    for (const stream of streams) stream.destroy();
  }, LAST_WORDS_MS).unref();
}
