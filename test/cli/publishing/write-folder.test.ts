import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeFolder } from "../../../cli/publishing/write-folder.js";
import { useProblemFolders } from "../../support/cli/problem-folders.js";

const folders = useProblemFolders();

const FILES = new Map([
  ["problem.yaml", "title: New\n"],
  ["solutions/accepted/double.py", "def solution(n):\n    return 2 * n\n"],
]);

const namesBelow = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

it("writes a folder that is not there yet as a whole", async () => {
  // As long as names can be.
  const name = "새".repeat(85);
  const folder = join(folders.root, "sets", name);
  await writeFolder(folder, FILES);
  expect(await namesBelow(folder)).toEqual([
    "problem.yaml",
    "solutions",
    "solutions/accepted",
    "solutions/accepted/double.py",
  ]);
  expect(await readdir(join(folders.root, "sets"))).toEqual([name]);
  // As any other folder, not as a secret one.
  const beside = join(folders.root, "sets");
  expect((await stat(folder)).mode).toBe((await stat(beside)).mode);
});

it("leaves no half of a folder where writing fails", async () => {
  const folder = join(folders.root, "half", "new");
  const impossible = new Map([...FILES, ["problem.yaml/below-a-file.py", ""]]);
  await expect(writeFolder(folder, impossible)).rejects.toThrow("problem.yaml");
  expect(await readdir(join(folders.root, "half"))).toEqual([]);
});

it("writes into a folder that is there, and leaves everything else of it", async () => {
  const folder = await folders.write("there", {
    "problem.yaml": "title: Old\n",
    "solutions/wrong/square.py": "def solution(n):\n    return n * n\n",
  });
  await writeFolder(folder, FILES);
  expect(await readFile(join(folder, "problem.yaml"), "utf8")).toBe("title: New\n");
  expect(await namesBelow(folder)).toEqual([
    "problem.yaml",
    "solutions",
    "solutions/accepted",
    "solutions/accepted/double.py",
    "solutions/wrong",
    "solutions/wrong/square.py",
  ]);
});

it("writes through no link, neither where a file begins nor where it is to stand", async () => {
  const folder = join(folders.root, "linked");
  const precious = join(folders.root, "precious");
  await writeFile(precious, "precious");
  await mkdir(folder);
  for (const name of ["problem.yaml.unfinished", "problem.yaml.part", "problem.yaml"]) {
    await symlink(precious, join(folder, name));
  }
  await writeFolder(folder, FILES);
  expect(await readFile(precious, "utf8")).toBe("precious");
  expect(await readFile(join(folder, "problem.yaml"), "utf8")).toBe("title: New\n");
});
