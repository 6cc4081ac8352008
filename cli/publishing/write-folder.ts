import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unfinishedPath } from "../unfinished-path.js";

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

/** Writes the files: a folder that is not there yet is there whole or not at all, in another each file is. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const isNew = (await lstat(folder).catch(unlessMissing)) === undefined;
  // Nobody looks for solutions or cases there.
  const unfinished = unfinishedPath(isNew ? folder : join(folder, "files"));
  await mkdir(dirname(unfinished), { recursive: true });
  // Fails where anything is there.
  await mkdir(unfinished);
  try {
    for (const [name, text] of files) await writeWithFolder(join(unfinished, name), text);
    if (isNew) {
      await rename(unfinished, folder);
      return;
    }
    for (const name of files.keys()) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await rename(join(unfinished, name), join(folder, name));
    }
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function writeWithFolder(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
