import { readdir } from "node:fs/promises";
import { unreadable } from "./unusable-folder.js";

/**
 * The names in a folder; none where there is no such folder.
 *
 * @throws UnusableFolder where it is none, or may not be read
 */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw unreadable(folder, error);
  }
}
