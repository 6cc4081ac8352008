import { spawnSync } from "node:child_process";
import { join } from "node:path";

const OLDEST_MAJOR = 20;

/** A Node.js on the path, which the project supports, of another version than this one. */
export function otherNode(): { path: string; version: string } | undefined {
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = folders.map((folder) => {
    const path = join(folder, "node");
    const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
    return { path, version: stdout?.trim() ?? "" };
  });
  return candidates.find(({ version }) => {
    const major = Number(/^v(\d+)\./.exec(version)?.[1]);
    return major >= OLDEST_MAJOR && version !== process.version;
  });
}
