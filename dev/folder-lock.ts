import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Another running server keeps its data in this folder. */
export class FolderInUse extends Error {}

/** This cannot be a data folder: it cannot be made, or not be written in. */
export class FolderUnusable extends Error {}

/**
 * Makes the folder and takes it for this process; the lock of a process that died is taken over.
 *
 * @returns how to give the folder back
 * @throws FolderInUse, FolderUnusable
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => unusable(folder, cause));
  const lockFile = join(folder, "server.pid");
  try {
    await writeFile(lockFile, String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") return unusable(folder, error);
    const holder = Number(await readFile(lockFile, "utf8"));
    if (isRunning(holder)) {
      const sentence = `${folder} is in use by process ${holder}. Stop that server or choose another --data folder (if it is no server, delete ${lockFile}).`;
      throw new FolderInUse(sentence, { cause: error });
    }
    await rm(lockFile, { force: true });
    return lockFolder(folder);
  }
  return () => rm(lockFile, { force: true });
}

function unusable(folder: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new FolderUnusable(
    `${folder} cannot hold data; choose another --data folder. (${reason})`,
    {
      cause,
    },
  );
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
