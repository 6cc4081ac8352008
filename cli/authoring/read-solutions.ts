import { extname, join } from "node:path";
import type { Language } from "../../api/domain/language.js";
import { namesIn } from "./names-in.js";
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
 * @throws UnusableFolder also for other folders, whose programs nothing would run
 */
export async function readSolutions(folder: string): Promise<Solution[]> {
  const solutions: Solution[] = [];
  const kinds: readonly string[] = SOLUTION_KINDS;
  const stray = (await programsIn(join(folder, "solutions"))).find((name) => !kinds.includes(name));
  if (stray !== undefined) {
    const sentence = `belongs into one of the folders ${kinds.join(", ")}`;
    throw new UnusableFolder(join(folder, "solutions", stray), sentence);
  }
  for (const kind of SOLUTION_KINDS) {
    const place = join(folder, "solutions", kind);
    for (const file of (await programsIn(place)).sort()) {
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

async function programsIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  return names.filter((name) => !name.startsWith(".") && name !== "__pycache__");
}
