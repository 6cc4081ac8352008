import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** Where Lambda unpacks an archive, as tracebacks show it. */
const TASK_ROOT = "/var/task";

/**
 * Compiles Python modules, named by their paths in the archive, into what the same version of Python
 * loads in their place without a look at them; any other version takes no notice of it.
 *
 * @returns the compiled files, by their paths: the same bytes for the same modules and interpreter
 */
export async function compileModules(
  modules: Readonly<Record<string, Uint8Array>>,
  python: string,
): Promise<Record<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "modules-"));
  try {
    for (const [name, source] of Object.entries(modules)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), source);
    }
    const asPacked = ["-s", folder, "-p", TASK_ROOT, "--invalidation-mode", "unchecked-hash"];
    await promisify(execFile)(
      python,
      ["-s", "-S", "-m", "compileall", "-q", "-j", "1", ...asPacked, folder],
      { env: { PYTHONHASHSEED: "0" } },
    );
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      name.endsWith(".pyc"),
    );
    const read = async (name: string) => [name, await readFile(join(folder, name))] as const;
    return Object.fromEntries(await Promise.all(names.map(read)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
