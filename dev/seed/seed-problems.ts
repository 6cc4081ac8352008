import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Calling } from "../../api/domain/entry.js";
import type { JudgeType } from "../../api/domain/judge.js";
import type { Visibility } from "../../api/domain/visibility.js";
import { readProblemFolder } from "../../cli/authoring/problem-folder.js";
import type { Solution, SolutionKind } from "../../cli/authoring/read-solutions.js";

/** A problem of the dev server, with an answer in Python that is right and some that are not. */
export interface SeedProblem {
  readonly item: SeedProblemItem;
  readonly modelSolution: string;
  readonly wrongSolution: string;
  /** Right, but too slow for one case at least; undefined where no solution is. */
  readonly slowSolution: string | undefined;
  /** All of them. */
  readonly solutions: readonly Solution[];
}

/** A problem as its table holds it, with what a page needs to show it. */
export interface SeedProblemItem extends Partial<Calling> {
  readonly problemId: string;
  readonly title: string;
  readonly title_translated: string;
  /** Markdown. Its `json` or `text` blocks are the input and output of each example, in turn. */
  readonly description: string;
  readonly description_translated: string;
  /** By language, or of Python alone. */
  readonly starterCode: string | Readonly<Record<string, string>>;
  readonly languages?: readonly string[];
  readonly judgeType?: JudgeType;
  readonly epsilon?: number;
  readonly relativeEpsilon?: number;
  /** The program that judges answers, where `judgeType` is `checker`. */
  readonly checker?: string;
  readonly timeLimitSeconds: number;
  readonly difficulty: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly caseVisibility?: Visibility;
  readonly groups?: readonly { readonly id: string; readonly points: number }[];
  /** JSON text exactly as its author wrote it, or gzip of it; it begins with the examples of the statement. */
  readonly finalTestCases: string | Uint8Array;
  readonly listed: "Y";
}

/** Where the problems stand that come with the dev server, a folder each. */
export const SEED_FOLDER = fileURLToPath(new URL("../problems/", import.meta.url));

/** Reads the problems that come with the dev server, sorted by `problemId`. */
export async function loadSeedProblems(): Promise<SeedProblem[]> {
  const entries = await readdir(SEED_FOLDER, { withFileTypes: true });
  const problemIds = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(problemIds.sort().map(loadSeedProblem));
}

async function loadSeedProblem(problemId: string): Promise<SeedProblem> {
  const { item, solutions } = await readProblemFolder(`${SEED_FOLDER}${problemId}`);
  const find = (kind: SolutionKind) =>
    solutions.find((one) => one.kind === kind && one.language === "python3.12")?.code;
  return {
    // Ours are whole, as their tests say.
    item: { ...item, listed: "Y" } as unknown as SeedProblemItem,
    modelSolution: find("accepted") ?? "",
    wrongSolution: find("wrong") ?? "",
    slowSolution: find("slow"),
    solutions,
  };
}
