import { readdir, readFile } from "node:fs/promises";
import type { JudgeType } from "../../api/domain/judge.js";

/** A problem of the dev server, with an answer that is right and one that is not. */
export interface SeedProblem {
  readonly item: SeedProblemItem;
  readonly modelSolution: string;
  readonly wrongSolution: string;
}

/** A problem as its table holds it, with what a page needs to show it. */
export interface SeedProblemItem extends SeedProblemSettings {
  /** Markdown. Its `json` blocks are the input and output of each example, in turn. */
  readonly description: string;
  readonly description_translated: string;
  readonly startCode: string;
  /** JSON text exactly as its author wrote it; it begins with the examples of the statement. */
  readonly finalTestCases: string;
}

/** What `problem.json` holds. */
interface SeedProblemSettings {
  readonly problemId: string;
  readonly title: string;
  readonly title_translated: string;
  readonly judgeType: JudgeType;
  readonly epsilon?: number;
  readonly timeLimitSeconds: number;
}

const FOLDER = new URL("../problems/", import.meta.url);

/** Reads the problems that come with the dev server, sorted by `problemId`. */
export async function loadSeedProblems(): Promise<SeedProblem[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const problemIds = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(problemIds.sort().map(loadSeedProblem));
}

async function loadSeedProblem(problemId: string): Promise<SeedProblem> {
  const read = (file: string) => readFile(new URL(`${problemId}/${file}`, FOLDER), "utf8");
  const settings = JSON.parse(await read("problem.json")) as SeedProblemSettings;
  return {
    item: {
      ...settings,
      description: await read("statement.en.md"),
      description_translated: await read("statement.ko.md"),
      startCode: await read("start.py"),
      finalTestCases: await read("final_test_cases.json"),
    },
    modelSolution: await read("solution.py"),
    wrongSolution: await read("wrong.py"),
  };
}
