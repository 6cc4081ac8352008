import { execFileSync } from "node:child_process";
import { readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { useProblemImports, zipped } from "../../support/cli/use-problem-imports.js";

const { folders, run } = useProblemImports();

describe("problem import, of a hostile archive", () => {
  const refused = async (name: string, content: Uint8Array) => {
    await folders.write(".", { [name]: content });
    const { status, err } = await run("import", name, "from-hostile");
    expect(status).toBe(1);
    expect(await readdir(folders.root)).not.toContain("from-hostile");
    return err;
  };

  it.each(["../up.in", "/etc/passwd", "data/../../up", "C:\\up", "a\\..\\..\\up"])(
    "refuses a zip with the member %s",
    async (name) => {
      expect(await refused("slip.zip", zipped({ [name]: "x" }))).toContain("leaves it");
    },
  );

  it("refuses a tar with a member that leaves it, and one with a link", async () => {
    await folders.write("tarred", { a: "x" });
    await symlink("/etc/passwd", join(folders.root, "tarred/link"));
    const tar = (...args: readonly string[]) =>
      execFileSync("tar", ["-cf", "-", ...args], { cwd: folders.root, encoding: "buffer" });
    const slip = tar("--transform", "s,^tarred/a,../../up,", "-P", "tarred/a");
    expect(await refused("slip.tar", slip)).toContain('"../../up" leaves it');
    expect(await refused("link.tar", tar("tarred/link"))).toContain("is a link or a device");
  });

  it("refuses a bomb, whatever size its directory announces", async () => {
    const bomb = zipSync({ "data/secret/1.in": [new Uint8Array(70 * 1024 * 1024), { level: 9 }] });
    expect(await refused("bomb.zip", bomb)).toContain("more than the 64 MiB");
    const at = bomb.length - 22 - (46 + "data/secret/1.in".length);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 1000, true);
    await refused("lying-bomb.zip", bomb);
    const gzip = execFileSync("sh", ["-c", "head -c 70000000 /dev/zero | gzip -1"], {
      maxBuffer: 4 * 1024 * 1024,
    });
    expect(await refused("bomb.tar.gz", gzip)).toContain("more than the 64 MiB");
  });

  it.each(["damaged.zip", "damaged.tar", "damaged.tgz"])("refuses %s", async (name) => {
    expect(await refused(name, Buffer.from("no archive".repeat(100)))).toMatch(/is no /);
  });

  it("says which source is not there, and writes into no folder that holds anything", async () => {
    expect((await run("import", "nowhere.zip")).err).toContain("is not there");
    await folders.write("full", { "a.txt": "mine" });
    await folders.write(".", { "one.json": '[{"input": 1, "expected_output": 1}]' });
    expect(await run("import", "one.json", "full")).toEqual({
      status: 1,
      out: "",
      err: "full is not empty; nothing was written.\n",
    });
  });
});
