import { execFileSync } from "node:child_process";
import { readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { useProblemImports, zipped } from "../../support/cli/use-problem-imports.js";

const { folders, run, imported } = useProblemImports();

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

  it("refuses a zip with a link, or with a member twice, and a folder with a link out of it", async () => {
    const link = zipSync({ "1.in": [Buffer.from("../../etc"), { os: 3, attrs: 0o120777 << 16 }] });
    expect(await refused("link.zip", link)).toContain('"1.in" is a link');
    expect(await refused("twice.zip", zipped({ "a/1": "x", "a/./1": "y" }))).toContain("twice");
    await folders.write("linked", { "data/secret/1.in": "1\n" });
    await symlink("/etc/hostname", join(folders.root, "linked/data/secret/1.ans"));
    const { err } = await run("import", "linked", "from-linked");
    expect(err).toContain('"data/secret/1.ans" is a link to no file of it');
  });

  it("reads what a link in a folder leads to in it, and nothing that a system left there", async () => {
    const files = { "data/secret/1.in": "1\n", "data/secret/._2.in": "\xff", ".DS_Store": "\xff" };
    await folders.write("tidy", files);
    await symlink("1.in", join(folders.root, "tidy/data/secret/1.ans"));
    expect(await run("import", "tidy", "from-tidy")).toMatchObject({ status: 0, err: "" });
    // One of the two files becomes a second name of the other.
    execFileSync("tar", ["-czhf", "tidy.tgz", "./tidy"], { cwd: folders.root });
    expect(await run("import", "tidy.tgz", "from-tidy-tar")).toMatchObject({ status: 0, err: "" });
    const zip = zipped({ ...files, "data/secret/1.ans": "1\n", "__MACOSX/x": "" });
    await folders.write(".", { "tidy.zip": zip });
    expect(await run("import", "tidy.zip", "from-tidy-zip")).toMatchObject({ status: 0, err: "" });
    expect(await imported("from-tidy")).toEqual(await imported("from-tidy-tar"));
    expect((await imported("from-tidy-zip")).cases).toHaveLength(1);
  });

  it("refuses a zip of which all members are the same bytes, said to be none", async () => {
    const one = zipSync({ "a/0.in": [new Uint8Array(1 << 20), { level: 0 }] });
    const end = one.length - 22;
    const directory = one.slice(new DataView(one.buffer).getUint32(end + 16, true), end);
    new DataView(directory.buffer).setUint32(24, 0, true);
    const members = Array.from({ length: 100 }, (_, at) => {
      const member = directory.slice();
      member.set(Buffer.from(String.fromCharCode(0x4e00 + at)), 46);
      return member;
    });
    const tail = one.slice(end);
    new DataView(tail.buffer).setUint16(8, 100, true);
    const whole = Buffer.concat([one.slice(0, end - directory.length), ...members, tail]);
    expect(await refused("same.zip", whole)).toContain("more than the 64 MiB");
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
