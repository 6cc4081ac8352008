import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Language } from "../../api/domain/language.js";
import { readText } from "./read-text.js";
import { UnusableFolder } from "./unusable-folder.js";

/** What is expected of a solution, and the folder that it stands in. */
const SOLUTION_KINDS = ["accepted", "wrong", "slow"] as const;

export type SolutionKind = (typeof SOLUTION_KINDS)[number];

export interface Solution {
  readonly kind: SolutionKind;
  /** As in `accepted/main.py`. */
  readonly name: string;
  readonly language: Language;
  readonly code: string;
}

/** Languages by the ends of files' names. */
export const LANGUAGE_OF_EXTENSION: ReadonlyMap<string, Language> = new Map([
  [".py", "python3.12"],
  [".js", "javascript"],
]);

/**
 * The programs in `solutions/accepted`, `solutions/wrong` and `solutions/slow`.
 *
 * @throws UnusableFolder
 */
export async function readSolutions(folder: string): Promise<Solution[]> {
  const solutions: Solution[] = [];
  for (const kind of SOLUTION_KINDS) {
    const place = join(folder, "solutions", kind);
    for (const file of (await namesIn(place)).sort()) {
      const language = LANGUAGE_OF_EXTENSION.get(extname(file));
      if (language === undefined) {
        const known = [...LANGUAGE_OF_EXTENSION.keys()].join(" or ");
        throw new UnusableFolder(join(place, file), `solutions are ${known} files`);
      }
      const code = await readText(join(place, file));
      solutions.push({ kind, name: `${kind}/${file}`, language, code });
    }
  }
  return solutions;
}

/** None where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith(".") && name !== "__pycache__");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
