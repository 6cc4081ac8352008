import { execFile } from "node:child_process";
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
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { findPython, LAMBDA_VERSION } from "../../pack/python.js";
import { scratchFolder } from "../dev/lambda/lambda-fixture.js";
import { unpack } from "../support/aws/unpack.js";
import { BUILT, buildArchives, builtHashes } from "../support/pulumi/build-archives.js";
import { checkout } from "../support/pulumi/checkout.js";

// A build takes a second, and many times that on a busy machine.
const BUILD_MS = 120_000;

// biome-ignore lint/style/noProcessEnv: which Python is there is this machine's matter.
const python = findPython(process.env);
const isLambdas = python.version === LAMBDA_VERSION;

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
      [...modules, ...compiled(modules)].sort().map((name) => ({ name, mode: "100644" })),
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

  it.skipIf(!isLambdas)("hold compiled modules, which run in place of their sources", async () => {
    const unpacked = scratchFolder();
    unpack(join(folder, "dist/executor.zip"), unpacked);
    for (const name of await sources(unpacked)) {
      // A program's own file is never loaded compiled.
      if (!name.endsWith("/start.py")) await writeFile(join(unpacked, name), "not Python\n");
    }
    expect(await runOneCase(unpacked)).toBe("[1]\n");
  });

  it.skipIf(!isLambdas)("run from their sources where another Python compiled them", async () => {
    const unpacked = scratchFolder();
    unpack(join(folder, "dist/executor.zip"), unpacked);
    for (const name of compiled(await sources(unpacked))) {
      const bytes = await readFile(join(unpacked, name));
      bytes.writeUInt16LE(bytes.readUInt16LE() - 1);
      await writeFile(join(unpacked, name), bytes);
    }
    expect(await runOneCase(unpacked)).toBe("[1]\n");
  });

  it(
    "do without compiled modules where no Python of Lambda's version is, and say so",
    async () => {
      const other = await copy();
      const said = await buildArchives(other, { EXECUTOR_PYTHON: "/nowhere/python3.12" });
      const listed = unpack(join(other, "dist/executor.zip"), scratchFolder());
      expect(listed.filter(({ name }) => name.endsWith(".pyc"))).toEqual([]);
      expect(said).toMatch(/^No Python 3\.12 was found: .* starts later\.\n$/);
    },
    BUILD_MS,
  );

  async function pythonIn(part: string, prefix: string): Promise<string[]> {
    const names = await readdir(join(folder, part), { recursive: true });
    return names.filter((name) => /\.(?:py|json|bin)$/.test(name)).map((name) => prefix + name);
  }
});

/** The names of what the modules are compiled into, where they are. */
function compiled(names: readonly string[]): string[] {
  return isLambdas
    ? names
        .filter((name) => name.endsWith(".py"))
        .map((name) => name.replace(/(\w+)\.py$/, "__pycache__/$1.cpython-312.pyc"))
    : [];
}

async function sources(unpacked: string): Promise<string[]> {
  return (await readdir(unpacked, { recursive: true })).filter((name) => name.endsWith(".py"));
}

/** What the executor in that folder answers, as Lambda's user would start it. */
async function runOneCase(unpacked: string): Promise<string> {
  const script = `
import lambda_function
event = {"code_to_execute": "def solution(data): return [data]", "input_data": 1}
print(lambda_function.lambda_handler(event, None)["returnValue"])
lambda_function.executor.close()
`;
  const { stdout } = await promisify(execFile)(python.path, ["-B", "-c", script], {
    cwd: unpacked,
  });
  return stdout;
}

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
