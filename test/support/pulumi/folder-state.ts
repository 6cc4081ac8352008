import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

const NOT_LOOKED_INTO = ["dist", "node_modules"];

/** Every path below the folder with its size, mode and time of change, but for what is built or installed. */
export async function folderState(folder: string): Promise<Record<string, string>> {
  const paths = (await readdir(folder, { recursive: true })).filter(
    (path) => !NOT_LOOKED_INTO.includes(path.split("/")[0] as string),
  );
  const describe = async (path: string) => {
    const { size, mode, mtimeMs } = await lstat(join(folder, path));
    return [path, `${size} ${mode.toString(8)} ${mtimeMs}`] as const;
  };
  return Object.fromEntries(await Promise.all(paths.map(describe)));
}
