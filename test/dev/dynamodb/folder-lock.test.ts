import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderInUse, FolderUnusable, lockFolder } from "../../../dev/dynamodb/folder-lock.js";

/** No process has this id: it is beyond what Linux and macOS give out. */
const DEAD = "99999999";

describe("lockFolder", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "folder-lock-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("lets one in until it is given back", async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await unlock();
    await (await lockFolder(folder))();
    expect(await readdir(folder)).toEqual([]);
  });

  it("takes over the lock of a process that died, whoever comes at the same time", async () => {
    for (let round = 0; round < 20; round += 1) {
      await writeFile(join(folder, "server.pid"), DEAD);
      const tries = await Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(folder)));
      const winners = tries.filter((attempt) => attempt.status === "fulfilled");
      expect(winners).toHaveLength(1);
      await winners[0]?.value();
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it("says what to delete when a takeover was broken off", async () => {
    await writeFile(join(folder, "server.pid"), DEAD);
    await mkdir(join(folder, "server.pid.takeover"));
    await expect(lockFolder(folder)).rejects.toThrow("server.pid.takeover");
  });

  it("says so when the folder cannot be one", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    await expect(lockFolder(file)).rejects.toThrow(FolderUnusable);
    await expect(lockFolder(join(file, "inner"))).rejects.toThrow("cannot hold data");
  });
});
