import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { packExecutor, packJavaScriptExecutor } from "../pack/archive.js";

/** Packs the executor as it is shipped, and calls `use` with a folder that it is unpacked in. */
export async function withUnpackedExecutor<T>(
  python: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  return withUnpacked((path) => packExecutor(path, python), use);
}

/** The same for JavaScript's, with the Node that runs this in place of Lambda's. */
export async function withUnpackedJavaScriptExecutor<T>(
  python: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const node = await readFile(process.execPath);
  return withUnpacked((path) => packJavaScriptExecutor(path, node, python), use);
}

async function withUnpacked<T>(
  pack: (path: string) => Promise<{ readonly path: string }>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "bench-executor-"));
  try {
    const { path } = await pack(join(folder, "executor.zip"));
    const unpacked = join(folder, "executor");
    for (const [name, content] of Object.entries(unzipSync(await readFile(path)))) {
      const file = join(unpacked, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { mode: name.startsWith("bin/") ? 0o755 : 0o644 });
    }
    return await use(unpacked);
  } finally {
    await rm(folder, { recursive: true });
  }
}
