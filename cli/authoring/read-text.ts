import { readFile } from "node:fs/promises";
import { UnusableFolder, unreadable } from "./unusable-folder.js";

/**
 * The file's text, as it stands.
 *
 * @throws UnusableFolder
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnusableFolder(path, "is not UTF-8", { cause });
  }
}

/** @throws UnusableFolder */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}
