import { readdir } from "node:fs/promises";
import { UnusableFolder } from "./unusable-folder.js";

/**
 * The names in a folder; none where there is no such folder.
 *
 * @throws UnusableFolder where it is none, or may not be read
 */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new UnusableFolder(folder, "is no folder that can be read", { cause });
  }
}
