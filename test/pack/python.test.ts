import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPython } from "../../pack/python.js";
import { env, scratchFolder } from "../dev/lambda/lambda-fixture.js";

/** Puts a program there that says what a Python of this version says, or fails without one. */
function interpreter(path: string, version?: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, version ? `#!/bin/sh\necho ${version} "$0"\n` : "#!/bin/sh\nexit 127\n");
  chmodSync(path, 0o755);
  return path;
}

describe("findPython", () => {
  it("finds one that starts on this machine", () => {
    const { path, version } = findPython(env);
    expect(path).toMatch(/^\//);
    expect(version).toMatch(/^3\.1\d$/);
  });

  it("prefers EXECUTOR_PYTHON to a 3.12, with a notice when it is another version", () => {
    const folder = scratchFolder();
    interpreter(join(folder, "python3.12"), "3.12");
    const chosen = interpreter(join(folder, "chosen"), "3.13");
    expect(findPython({ PATH: folder, EXECUTOR_PYTHON: chosen })).toEqual({
      path: chosen,
      version: "3.13",
      notice: expect.stringMatching(/AWS Lambda runs Python 3\.12; this is 3\.13/),
    });
  });

  it("says what is wrong with an EXECUTOR_PYTHON instead of taking another", () => {
    const folder = scratchFolder();
    interpreter(join(folder, "python3.12"), "3.12");
    const absent = join(folder, "absent");
    const broken = interpreter(join(folder, "broken"));
    const old = interpreter(join(folder, "old"), "3.9");
    const choose = (path: string) => () => findPython({ PATH: folder, EXECUTOR_PYTHON: path });
    expect(choose(absent)).toThrow(`EXECUTOR_PYTHON is ${absent}, which does not start`);
    expect(choose(broken)).toThrow(`EXECUTOR_PYTHON is ${broken}, which does not start`);
    expect(choose(old)).toThrow("which is Python 3.9: Python 3.10 or later is needed.");
  });

  it("passes over a python3.12 that does not start for a later one on PATH", () => {
    const [first, second] = [scratchFolder(), scratchFolder()];
    interpreter(join(first, "python3.12"));
    interpreter(join(first, "python3"), "3.11");
    const path = interpreter(join(second, "python3.12"), "3.12");
    expect(findPython({ PATH: `${first}:${second}` })).toEqual({ path, version: "3.12" });
  });

  it.each(["PYENV_ROOT", "HOME"])("looks into pyenv's versions by %s, the newest first", (name) => {
    const [shims, home] = [scratchFolder(), scratchFolder()];
    interpreter(join(shims, "python3.12"));
    const root = name === "HOME" ? join(home, ".pyenv") : home;
    interpreter(join(root, "versions/3.12.9/bin/python3.12"), "3.12");
    interpreter(join(root, "versions/3.13.0/bin/python3.12"), "3.12");
    const newest = interpreter(join(root, "versions/3.12.10/bin/python3.12"), "3.12");
    expect(findPython({ PATH: shims, [name]: home })).toEqual({ path: newest, version: "3.12" });
  });

  it("takes a python3 from 3.10 on with a notice", () => {
    const [old, recent] = [scratchFolder(), scratchFolder()];
    interpreter(join(old, "python3"), "3.9");
    const path = interpreter(join(recent, "python3"), "3.10");
    const notice = `AWS Lambda runs Python 3.12; this is 3.10 (${path}).`;
    expect(findPython({ PATH: `${old}:${recent}` })).toEqual({ path, version: "3.10", notice });
  });

  it("says what to install, or to do without, when there is none", () => {
    expect(() => findPython({ PATH: scratchFolder() })).toThrow(
      /Install Python 3\.12.*--mock-exec/,
    );
    expect(() => findPython({})).toThrow(/Install Python 3\.12/);
  });

  it("says of a Python that starts and is too old that it is too old", () => {
    const folder = scratchFolder();
    const path = interpreter(join(folder, "python3"), "3.9");
    expect(() => findPython({ PATH: folder })).toThrow(
      `${path} is Python 3.9, which is too old. Install Python 3.12`,
    );
  });

  it.runIf(process.getuid?.() === 0)("takes only what the given user can start", () => {
    const [mine, everybodys] = [scratchFolder(), scratchFolder()];
    interpreter(join(mine, "python3.12"), "3.12");
    const path = interpreter(join(everybodys, "python3"), "3.11");
    chmodSync(everybodys, 0o755);
    const env = { PATH: `${mine}:${everybodys}` };
    expect(findPython(env)).toMatchObject({ version: "3.12" });
    expect(findPython(env, { uid: 65534, gid: 65534 })).toMatchObject({ path, version: "3.11" });
  });
});
