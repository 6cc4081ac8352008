import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Item } from "../../api/adapters/item.js";
import { isKey } from "../../api/domain/key.js";
import { type CaseFiles, readCases } from "./read-cases.js";
import { readProblemYaml } from "./read-problem-yaml.js";
import { readSolutions, type Solution } from "./read-solutions.js";
import { readStarterCode } from "./read-starter-code.js";
import { readText } from "./read-text.js";
import { UnusableFolder, unreadable } from "./unusable-folder.js";

/** A problem as its author keeps it. */
export interface ProblemFolder {
  readonly problemId: string;
  /** As the table holds it, but for what says where it is listed. */
  readonly item: Item;
  /** Undefined where its author does not say. */
  readonly isListed: boolean | undefined;
  readonly cases: CaseFiles;
  readonly solutions: readonly Solution[];
  /** The Python that makes its cases; undefined where there is none. */
  readonly generator: string | undefined;
}

/** What is a file of its own, and the attribute that it becomes. */
export const FILES_OF_ATTRIBUTES: Readonly<Record<string, string>> = {
  description: "statement.md",
  description_translated: "statement.ko.md",
  checker: "checker.py",
};

/** Makes the cases of a problem whose author does not write them by hand. */
export const GENERATOR = "generate.py";

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
 * @param findCases finds its cases: not where they are still to be made
 * @throws UnusableFolder naming the file that cannot be read, and what is wrong with it
 */
export async function readProblemFolder(
  folder: string,
  findCases: typeof readCases = readCases,
): Promise<ProblemFolder> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const settings = await readProblemYaml(join(folder, "problem.yaml"));
  const { problemId = basename(resolve(folder)), listed, ...others } = settings;
  if (typeof problemId !== "string" || !isKey(problemId)) {
    throw new UnusableFolder(join(folder, "problem.yaml"), "problemId must be a short text");
  }
  if (listed !== undefined && typeof listed !== "boolean") {
    throw new UnusableFolder(join(folder, "problem.yaml"), "listed must be true or false");
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
  const cases = await findCases(folder, settings);
  const item = {
    problemId,
    ...others,
    ...texts,
    ...(starterCode !== undefined && { starterCode }),
    finalTestCases: cases.stored,
  };
  return {
    problemId,
    item,
    isListed: listed,
    cases,
    solutions: await readSolutions(folder),
    generator: files.includes(GENERATOR) ? await readText(join(folder, GENERATOR)) : undefined,
  };
}
