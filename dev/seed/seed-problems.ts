import { readdir, readFile } from "node:fs/promises";
import type { Calling } from "../../api/domain/entry.js";
import type { JudgeType } from "../../api/domain/judge.js";
import type { Visibility } from "../../api/domain/visibility.js";

/** A problem of the dev server, with an answer that is right and some that are not. */
export interface SeedProblem {
  readonly item: SeedProblemItem;
  readonly modelSolution: string;
  readonly wrongSolution: string;
  /** Right, but too slow for one case at least; undefined where no solution is. */
  readonly slowSolution: string | undefined;
}

/** A problem as its table holds it, with what a page needs to show it. */
export interface SeedProblemItem extends SeedProblemSettings {
  /** Markdown. Its `json` or `text` blocks are the input and output of each example, in turn. */
  readonly description: string;
  readonly description_translated: string;
  readonly startCode: string;
  /** The program that judges answers, where `judgeType` is `checker`. */
  readonly checker?: string;
  /** JSON text exactly as its author wrote it, or gzip of it; it begins with the examples of the statement. */
  readonly finalTestCases: string | Uint8Array;
  readonly listed: "Y";
}

/** What `problem.json` holds. */
interface SeedProblemSettings extends Partial<Calling> {
  readonly problemId: string;
  readonly title: string;
  readonly title_translated: string;
  readonly judgeType?: JudgeType;
  readonly epsilon?: number;
  readonly relativeEpsilon?: number;
  readonly timeLimitSeconds: number;
  readonly difficulty: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly caseVisibility?: Visibility;
  readonly groups?: readonly { readonly id: string; readonly points: number }[];
}

const FOLDER = new URL("../problems/", import.meta.url);

/** Instead of `final_test_cases.json`, where that would be large. */
const PACKED = "final_test_cases.json.gz";

/** Reads the problems that come with the dev server, sorted by `problemId`. */
export async function loadSeedProblems(): Promise<SeedProblem[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const problemIds = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(problemIds.sort().map(loadSeedProblem));
}

async function loadSeedProblem(problemId: string): Promise<SeedProblem> {
  const folder = new URL(`${problemId}/`, FOLDER);
  const files = new Set(await readdir(folder));
  const read = (file: string) => readFile(new URL(file, folder), "utf8");
  const readIfAny = async (file: string) => (files.has(file) ? read(file) : undefined);
  const settings = JSON.parse(await read("problem.json")) as SeedProblemSettings;
  const checker = await readIfAny("checker.py");
  return {
    item: {
      ...settings,
      description: await read("statement.en.md"),
      description_translated: await read("statement.ko.md"),
      startCode: await read("start.py"),
      ...(checker !== undefined && { checker }),
      finalTestCases: files.has(PACKED)
        ? new Uint8Array(await readFile(new URL(PACKED, folder)))
        : await read("final_test_cases.json"),
      listed: "Y",
    },
    modelSolution: await read("solution.py"),
    wrongSolution: await read("wrong.py"),
    slowSolution: await readIfAny("slow.py"),
  };
}
