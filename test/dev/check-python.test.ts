import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "./lambda/lambda-fixture.js";

const SCRIPT = fileURLToPath(new URL("../../dev/check-python.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");

/** Runs the script in a folder, where only what is on this PATH can be found. */
function check(cwd: string, env: NodeJS.ProcessEnv) {
  const { status, stdout } = spawnSync(process.execPath, ["--import", TSX, SCRIPT], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { status, stdout };
}

/** Puts a program there that says how it was called. */
function ruff(path: string, status = 0): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho ${path} "$1"\nexit ${status}\n`);
  chmodSync(path, 0o755);
}

describe("the check of the Python files", () => {
  it("is left out with a line that says so where there is no ruff", () => {
    const folder = scratchFolder();
    const { status, stdout } = check(folder, { PATH: folder });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^Without ruff .*not linted\.\n$/)]);
  });

  it("fails without ruff where ruff is required", () => {
    const folder = scratchFolder();
    expect(check(folder, { PATH: folder, REQUIRE_RUFF: "1" }).status).toBe(1);
  });

  it("takes the ruff of the virtual environment before the one on the PATH", () => {
    const [folder, bin] = [scratchFolder(), scratchFolder()];
    ruff(join(bin, "ruff"));
    expect(check(folder, { PATH: bin }).stdout).toContain(join(bin, "ruff check"));
    ruff(join(folder, ".venv/bin/ruff"));
    const { stdout } = check(folder, { PATH: bin });
    expect(stdout.split("\n").filter(Boolean)).toHaveLength(2);
    expect(stdout).not.toContain(bin);
  });

  it("fails when ruff finds something", () => {
    const folder = scratchFolder();
    ruff(join(folder, ".venv/bin/ruff"), 1);
    expect(check(folder, { PATH: folder }).status).toBe(1);
  });
});
