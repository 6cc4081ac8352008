import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { localPython } from "../support/world.js";
import { describeJail } from "./attack-suite.js";
import { type ExecutorWorld, startExecutorWorld } from "./executor-world.js";
import { type Role, serving } from "./serving.js";

// Passed as text: the cases' user may be unable to read this folder.
const TRESPASS = readFileSync(new URL("trespass.py", import.meta.url), "utf8");
// A kernel without the call, or one that refuses it to everybody, is as shut.
const REFUSED = /^refused (EPERM|EACCES|ENOSYS)\n$/;
const TARGETS: readonly Role[] = ["handler", "zygote", "waiting"];
const SETTLED_WITHIN = { timeout: 10_000, interval: 5 };
const CASE = { code: "def solution(v):\n    return v + 1", input: 1 };

// What native code in a case could do is done from outside the jail, where all of it can be tried.
describeJail("a process of the cases' own user that runs native code", () => {
  let world: ExecutorWorld;

  beforeAll(async () => {
    world = await startExecutorWorld();
    await world.invoke(CASE);
  });
  afterAll(() => world?.close());

  const userOptions = () =>
    world.ownUid === undefined ? {} : { uid: world.ownUid, gid: world.ownUid };
  const attempt = (name: string, pid: number) =>
    execFileSync(world.python, ["-B", "-c", TRESPASS, name, String(pid)], {
      ...userOptions(),
      encoding: "utf8",
      cwd: "/",
    });
  const pidOf = (role: Role) =>
    vi.waitFor(() => {
      const pid = serving(world).find((one) => one.role === role)?.pid;
      if (pid === undefined) throw new Error(`There is no ${role}`);
      return pid;
    }, SETTLED_WITHIN);

  const list = execFileSync(localPython().path, ["-B", "-c", TRESPASS], { encoding: "utf8" });
  const names = list.trim().split("\n");
  for (const role of TARGETS) {
    it.each(names)(`cannot %s: the ${role} process`, async (name) => {
      expect(attempt(name, await pidOf(role))).toMatch(REFUSED);
      expect((await world.invoke(CASE)).output().returnValue).toBe(2);
    });
  }

  it("could do nearly all of that to any process that does not hide", () => {
    const sleeper = spawn("/bin/sleep", ["60"], { ...userOptions(), stdio: "ignore" });
    try {
      const open = names.filter((name) => !REFUSED.test(attempt(name, sleeper.pid ?? 0)));
      expect(open.length).toBeGreaterThan(names.length - 4);
    } finally {
      sleeper.kill("SIGKILL");
    }
  });
});
