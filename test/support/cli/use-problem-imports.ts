import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { parse } from "yaml";
import { useProblemFolders } from "./problem-folders.js";
import { runCommand } from "./run-command.js";

/** Folders to import problems from and into, and the command that does. */
export function useProblemImports() {
  const folders = useProblemFolders();
  return {
    folders,
    run: (...args: readonly string[]) => runCommand(["problem", ...args], { folder: folders.root }),
    /** What is in a folder now. */
    async imported(folder: string) {
      const read = (name: string) => readFile(join(folders.root, folder, name), "utf8");
      return {
        settings: parse(await read("problem.yaml")),
        cases: JSON.parse(await read("cases.json")),
      };
    },
  };
}

export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
  );
}
