import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { packExecutor } from "../pack/archive.js";

/** Packs the executor as it is shipped, and calls `use` with a folder that it is unpacked in. */
export async function withUnpackedExecutor<T>(
  python: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "bench-executor-"));
  try {
    const { path } = await packExecutor(join(folder, "executor.zip"), python);
    const unpacked = join(folder, "executor");
    for (const [name, content] of Object.entries(unzipSync(await readFile(path)))) {
      await mkdir(dirname(join(unpacked, name)), { recursive: true });
      await writeFile(join(unpacked, name), content);
    }
    return await use(unpacked);
  } finally {
    await rm(folder, { recursive: true });
  }
}
