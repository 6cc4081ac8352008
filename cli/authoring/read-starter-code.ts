import { join } from "node:path";
import { LANGUAGE_OF_EXTENSION } from "./read-solutions.js";
import { readText } from "./read-text.js";

/**
 * What a student finds in the editor: the text of `starter.py` where that is all there is, else texts by
 * language; undefined where there is none.
 *
 * @param files the names of what is in the folder
 */
export async function readStarterCode(
  folder: string,
  files: readonly string[],
): Promise<string | Readonly<Record<string, string>> | undefined> {
  const codes: Record<string, string> = {};
  for (const [extension, language] of LANGUAGE_OF_EXTENSION) {
    const file = `starter${extension}`;
    if (files.includes(file)) codes[language] = await readText(join(folder, file));
  }
  const { "python3.12": python, ...others } = codes;
  return Object.keys(others).length === 0 ? python : codes;
}
