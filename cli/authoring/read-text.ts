import { readFile } from "node:fs/promises";
import { UnusableFolder } from "./unusable-folder.js";

/**
 * The file's text, as it stands.
 *
 * @throws UnusableFolder
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UnusableFolder(path, "cannot be read", { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnusableFolder(path, "is not UTF-8", { cause });
  }
}
