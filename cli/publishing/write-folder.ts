import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What holds cases beside `cases.json`: of these forms a folder has one only. */
export const OTHER_CASES = ["cases", "cases.json.gz"];

/** Which of these files are not there yet, and which are there with another text. */
export async function compareFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly added: string[]; readonly changed: string[] }> {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [name, text] of files) {
    const there = await readFile(join(folder, name), "utf8").catch(unlessMissing);
    if (there === undefined) added.push(name);
    else if (there !== text) changed.push(name);
  }
  return { added, changed };
}

/** Writes the files, each whole or not at all. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [name, text] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.unfinished`;
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  }
}

/** The names in a folder; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? [];
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
