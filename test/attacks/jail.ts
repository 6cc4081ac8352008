import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Answer } from "./executor-world.js";

const REFUSAL = "files, network, processes and threads are not available here";
const PROOF = readFileSync(new URL("jail_proof.py", import.meta.url), "utf8");

/** Fails unless the jail is closed around a program: nothing that is tested behind it would mean anything. */
export async function expectJailed(
  invoke: (code: string, input: unknown) => Promise<Answer>,
): Promise<void> {
  const seen = (await invoke(PROOF, null)).output();
  expect(seen.returnValue, seen.stderr).toEqual({
    outcomes: {
      file: "OSError 24",
      socket: "OSError 24",
      process: "BlockingIOError 11",
      thread: "RuntimeError",
      "raised limit": "ValueError",
    },
    users: [expect.any(Array), expect.any(Array)],
    limits: { NOFILE: [0, 0], NPROC: [0, 0], FSIZE: [0, 0], CORE: [0, 0] },
  });
  const { users } = seen.returnValue as { users: number[][] };
  expect(users.flat()).not.toContain(0);
  for (const attempt of ["file", "socket", "process", "thread"]) {
    const refused = (await invoke(PROOF, attempt)).output();
    expect(refused.reason).toBe("EXCEPTION");
    expect(refused.stderr).toContain(REFUSAL);
  }
}
