import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { scratchFolder } from "../dev/lambda/lambda-fixture.js";
import { unpack } from "../support/aws/unpack.js";
import { BUILT, buildArchives, builtHashes } from "../support/pulumi/build-archives.js";
import { checkout } from "../support/pulumi/checkout.js";

// A build takes a second, and many times that on a busy machine.
const BUILD_MS = 120_000;

describe("the archives that `npm run build` packs", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await checkout();
    await buildArchives(folder);
  }, BUILD_MS);

  afterAll(() => rm(folder, { recursive: true }));

  async function copy(): Promise<string> {
    const other = await checkout(folder);
    onTestFinished(() => rm(other, { recursive: true }));
    return other;
  }

  it(
    "are the same bytes from another folder, in another year, after an editor and Python were there",
    async () => {
      const other = await copy();
      await liveIn(other);
      await buildArchives(other, { TZ: "Pacific/Kiritimati", LANG: "ko_KR.UTF-8" });
      expect(await builtHashes(other)).toEqual(await builtHashes(folder));
    },
    BUILD_MS,
  );

  it("hold the functions' files and nothing else, readable for everybody", async () => {
    const modules = [...(await pythonIn("executor", "")), ...(await pythonIn("runner", "runner/"))];
    const executorFolder = scratchFolder();
    expect(unpack(join(folder, "dist/executor.zip"), executorFolder)).toEqual(
      modules.sort().map((name) => ({ name, mode: "100644" })),
    );
    expect(unpack(join(folder, "dist/api.zip"), scratchFolder())).toEqual([
      { name: "lambda.cjs", mode: "100644" },
    ]);
    expect(modules).toContain("lambda_function.py");
    for (const name of modules) {
      const source = join(folder, name.startsWith("runner/") ? "" : "executor", name);
      const packed = await readFile(join(executorFolder, name));
      expect(packed.equals(await readFile(source)), name).toBe(true);
    }
  });

  it(
    "stay whole for an upload under way while another build writes its own",
    async () => {
      const other = await copy();
      await buildArchives(other);
      const before = await builtHashes(other);
      for (const name of BUILT) {
        const path = join(other, "dist", name);
        await link(path, `${path}.open`);
      }
      await writeFile(join(other, "executor/outcome.py"), "# changed\n");
      await writeFile(join(other, "api/lambda.ts"), "export const handler = () => 1;\n");
      await buildArchives(other);
      expect(await builtHashes(other, ".open")).toEqual(before);
      const after = await builtHashes(other);
      expect(BUILT.filter((name) => after[name] === before[name])).toEqual([]);
    },
    BUILD_MS,
  );

  async function pythonIn(part: string, prefix: string): Promise<string[]> {
    const names = await readdir(join(folder, part), { recursive: true });
    return names.filter((name) => /\.(?:py|json|bin)$/.test(name)).map((name) => prefix + name);
  }
});

/** Leaves in a clone what days of work leave there: caches, editors' files, other times and modes. */
async function liveIn(clone: string): Promise<void> {
  for (const part of ["executor", "runner/python"]) {
    const inPart = (name: string) => join(clone, part, name);
    for (const [index, name] of (await readdir(join(clone, part))).entries()) {
      await utimes(inPart(name), 0, new Date(2001 + index, 1, 1));
      await chmod(inPart(name), index % 2 === 0 ? 0o600 : 0o777);
    }
    await mkdir(inPart("__pycache__"));
    for (const left of ["__pycache__/zygote.cpython-312.pyc", ".zygote.py.swp", "zygote.py~"]) {
      await writeFile(inPart(left), "left");
    }
    // What a Mac keeps beside a file on a foreign disk, and an Emacs lock, which points nowhere.
    await writeFile(inPart("._zygote.py"), "left");
    await symlink("student@laptop.1234", inPart(".#zygote.py"));
  }
}
