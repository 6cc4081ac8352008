import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Another running server keeps its data in this folder. */
export class FolderInUse extends Error {}

/** This cannot be a data folder: it cannot be made, or not be written in. */
export class FolderUnusable extends Error {}

/** Each waits 10 ms for whoever is taking a stale lock over, which takes less than one. */
const MOST_TRIES = 100;

/**
 * Makes the folder and takes it for this process; the lock of a process that died is taken over.
 *
 * @returns how to give the folder back
 * @throws FolderInUse, FolderUnusable
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const lockFile = join(folder, "server.pid");
  const mine = `${lockFile}.${process.pid}-${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(mine, String(process.pid));
  } catch (cause) {
    throw unusable(folder, cause);
  }
  try {
    // A link appears at once with its content, and only where there is none.
    for (let tries = 0; !(await isLinked(mine, lockFile)); tries += 1) {
      if (tries === MOST_TRIES) throw brokenOff(`${lockFile}.takeover`);
      await removeStale(lockFile, folder);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(lockFile, { force: true });
}

async function isLinked(mine: string, lockFile: string): Promise<boolean> {
  try {
    await link(mine, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes the lock of a process that died. One at a time does so: whoever else found it stale must
 * not remove the lock that somebody has taken meanwhile.
 */
async function removeStale(lockFile: string, folder: string): Promise<void> {
  if (!(await isStale(lockFile, folder))) return;
  const takeover = `${lockFile}.takeover`;
  try {
    await mkdir(takeover);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await new Promise((later) => setTimeout(later, 10));
    return;
  }
  try {
    // Where it is gone already, whoever removed it is about to take the next one: that is not stale.
    if (await isStale(lockFile, folder)) await rm(lockFile, { force: true });
  } finally {
    await rmdir(takeover);
  }
}

/**
 * Whether there is a lock, of a process that died.
 *
 * @throws FolderInUse when its process runs
 */
async function isStale(file: string, folder: string): Promise<boolean> {
  const content = await readFile(file, "utf8").catch(() => undefined);
  if (content === undefined) return false;
  const holder = Number(content);
  if (holder === 0 || !isRunning(holder)) return true;
  throw new FolderInUse(
    `${folder} is in use by process ${holder}. Stop that server or choose another --data folder ` +
      `(if it is no server, delete ${join(folder, "server.pid")}).`,
  );
}

function brokenOff(takeover: string): FolderUnusable {
  return new FolderUnusable(
    `A start was broken off in the middle; delete ${takeover} and try again.`,
  );
}

function unusable(folder: string, cause: unknown): FolderUnusable {
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
