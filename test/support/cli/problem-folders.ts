import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";

export interface ProblemFolders {
  /** A folder of its own for the tests of a file, which is gone after them. */
  readonly root: string;
  /** Writes a folder with these files and gives its path. */
  write(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string>;
}

export function useProblemFolders(): ProblemFolders {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "problem-folders-"));
  });
  afterAll(() => rm(root, { recursive: true }));
  return {
    get root() {
      return root;
    },
    async write(name, files) {
      for (const [file, content] of Object.entries(files)) {
        const path = join(root, name, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
      return join(root, name);
    },
  };
}
