import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Item } from "../../api/adapters/item.js";
import { isKey } from "../../api/domain/key.js";
import { type CaseFiles, readCases } from "./read-cases.js";
import { readProblemYaml } from "./read-problem-yaml.js";
import { readSolutions, type Solution } from "./read-solutions.js";
import { readStarterCode } from "./read-starter-code.js";
import { readText } from "./read-text.js";
import { UnusableFolder } from "./unusable-folder.js";

/** A problem as its author keeps it. */
export interface ProblemFolder {
  readonly problemId: string;
  /** As the table holds it. Without `createdAt` where its author does not say. */
  readonly item: Item;
  readonly cases: CaseFiles;
  readonly solutions: readonly Solution[];
}

/** What is a file of its own, and the attribute that it becomes. */
const FILES_OF_ATTRIBUTES: Readonly<Record<string, string>> = {
  description: "statement.md",
  description_translated: "statement.ko.md",
  checker: "checker.py",
};

/** What is not among the settings, and where it is instead. */
const PLACES: Readonly<Record<string, string>> = {
  ...FILES_OF_ATTRIBUTES,
  starterCode: "starter.py",
  startCode: "starter.py",
  finalTestCases: "cases.json",
};

/**
 * Reads the folder of a problem: `problem.yaml`, statements, starter code, cases, solutions.
 *
 * @throws UnusableFolder naming the file that cannot be read, and what is wrong with it
 */
export async function readProblemFolder(folder: string): Promise<ProblemFolder> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new UnusableFolder(folder, "is no folder that can be read", { cause });
  });
  const settings = await readProblemYaml(join(folder, "problem.yaml"));
  const { problemId = basename(resolve(folder)), listed = true, ...others } = settings;
  if (typeof problemId !== "string" || !isKey(problemId)) {
    throw new UnusableFolder(join(folder, "problem.yaml"), "problemId must be a short text");
  }
  for (const [name, file] of Object.entries(PLACES)) {
    if (!(name in others)) continue;
    throw new UnusableFolder(join(folder, "problem.yaml"), `${name} belongs into ${file}`);
  }
  const texts: Record<string, string> = {};
  for (const [name, file] of Object.entries(FILES_OF_ATTRIBUTES)) {
    if (files.includes(file)) texts[name] = await readText(join(folder, file));
  }
  const starterCode = await readStarterCode(folder, files);
  const cases = await readCases(folder, settings);
  const item = {
    problemId,
    ...others,
    ...texts,
    ...(starterCode !== undefined && { starterCode }),
    finalTestCases: cases.stored,
    ...storedListed(listed),
  };
  return { problemId, item, cases, solutions: await readSolutions(folder) };
}

/** What is a key of an index can only be a text, or not be there. */
function storedListed(listed: unknown): { readonly listed?: unknown } {
  if (listed === false || listed === null) return {};
  return { listed: listed === true ? "Y" : listed };
}
