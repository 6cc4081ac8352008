import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readProblemFolder } from "../../../cli/authoring/problem-folder.js";
import { UnusableFolder } from "../../../cli/authoring/unusable-folder.js";
import { useProblemFolders } from "../../support/cli/problem-folders.js";

const folders = useProblemFolders();

const WHOLE = { "problem.yaml": "title: Whole\n", "cases.json": "[]" };
let count = 0;

/** What is said of a folder with these files in place of a whole one's; a name with a slash is a folder. */
async function faultOf(files: Readonly<Record<string, string | undefined>>): Promise<string> {
  count += 1;
  const folder = join(folders.root, `of-${count}`);
  const all = Object.entries({ ...WHOLE, ...files });
  const texts = all.filter(([name, text]) => text !== undefined && !name.endsWith("/"));
  await folders.write(`of-${count}`, Object.fromEntries(texts) as Record<string, string>);
  for (const [name] of all.filter(([name]) => name.endsWith("/"))) {
    await mkdir(join(folder, name), { recursive: true });
  }
  const error = await readProblemFolder(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnusableFolder);
  return (error as UnusableFolder).message.replace(`${folder}/`, "");
}

it.each([
  ["problem.yaml is not there", { "problem.yaml": undefined }, "problem.yaml: is not there"],
  [
    "problem.yaml is a folder",
    { "problem.yaml": undefined, "problem.yaml/": "" },
    "problem.yaml: is a folder, and should be a file",
  ],
  [
    "problem.yaml is none",
    { "problem.yaml": "title: a: b\n" },
    "problem.yaml: Nested mappings are not allowed in compact mappings at line 1, column 8",
  ],
  [
    "problem.yaml names what it does not have",
    { "problem.yaml": "tags: *none\n" },
    "problem.yaml: Unresolved alias (the anchor must be set before the alias): none",
  ],
  [
    "cases is a file",
    { "cases.json": undefined, cases: "1 2" },
    "cases: is no folder, and should be one",
  ],
  [
    "the packed cases are a folder",
    { "cases.json": undefined, "cases.json.gz/": "" },
    "cases.json.gz: is a folder, and should be a file",
  ],
  ["solutions is a file", { solutions: "" }, "solutions: is no folder, and should be one"],
  [
    "a kind of solutions is a file",
    { "solutions/accepted": "" },
    "solutions/accepted: is no folder, and should be one",
  ],
  [
    "a solution is a folder",
    { "solutions/accepted/main.py/": "" },
    "solutions/accepted/main.py: is a folder, and should be a file",
  ],
  ["a statement is a folder", { "statement.md/": "" }, "statement.md: is a folder"],
  ["a text is none", { "cases.json": "[{" }, "cases.json: is not JSON"],
])("says in one line what is wrong where %s", async (_, files, fault) => {
  const said = await faultOf(files);
  expect(said).toContain(fault);
  expect(said).not.toContain("\n");
});

it("says so of a file in the folder's place, and of a link that leads to itself", async () => {
  const folder = await folders.write("linked", { "cases.json": "[]" });
  await symlink("problem.yaml", join(folder, "problem.yaml"));
  await expect(readProblemFolder(folder)).rejects.toThrow("is a link that leads to itself");
  const file = join(folder, "cases.json");
  await expect(readProblemFolder(file)).rejects.toThrow(`${file}: is no folder, and should be one`);
});
