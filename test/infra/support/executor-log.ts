import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { localPython } from "../../support/world.js";
import { ROOT } from "./project-settings.js";

/** A jail that finds itself open, however well it was closed. */
const OPEN_JAIL = `
def _prove() -> None:
    raise JailBroken("a descriptor can be opened")
`;

const INVOKE = `
import lambda_function
lambda_function.lambda_handler({"code_to_execute": "def solution(data): return data"}, None)
lambda_function.executor.close()
`;

const ANNOUNCE = `
import farewell
from execution import Surprise
# Its words are those of an open jail, but metrics go by the kind.
farewell.announce(Surprise("case", "the jail did not close: only in these words"))
`;

/** What the executor's function logs, line by line, when its jail does not close. */
export function logOfOpenJail(): Promise<string[]> {
  return logOf(INVOKE, OPEN_JAIL);
}

/** What it logs when it gives its environment up for another cause. */
export function logOfLeftovers(): Promise<string[]> {
  return logOf(ANNOUNCE, "");
}

/** Runs a program beside a copy of the executor, laid out as in its archive. */
async function logOf(program: string, jailPatch: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "executor-log-"));
  try {
    await cp(join(ROOT, "executor"), folder, { recursive: true });
    await cp(join(ROOT, "runner"), join(folder, "runner"), { recursive: true });
    await appendFile(join(folder, "runner/python/jail.py"), jailPatch);
    const python = localPython().path;
    const { stdout } = await promisify(execFile)(python, ["-B", "-c", program], { cwd: folder });
    return stdout.split("\n").filter((line) => line !== "");
  } finally {
    await rm(folder, { recursive: true });
  }
}
