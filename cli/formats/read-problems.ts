import { basename } from "node:path";
import type { LocalJudge } from "../local-judge.js";
import { readDmoj } from "./dmoj.js";
import { readFps } from "./fps.js";
import { readHumanEval } from "./human-eval.js";
import { ImportRefused } from "./import-refused.js";
import type { ImportedProblem } from "./imported-problem.js";
import { readKattis } from "./kattis.js";
import { readCaseCsv, readCaseJson } from "./read-case-list.js";
import type { SourceFiles } from "./source-files.js";
import { textOf } from "./text-of.js";

/** The forms that problems come in, and what each is. */
export const FORMATS = ["kattis", "dmoj", "fps", "csv", "json", "jsonl"] as const;

export type Format = (typeof FORMATS)[number];

export interface ReadingOptions {
  /** Where it cannot be told from the files. */
  readonly format: Format | undefined;
  /** Whether cases without more are those of programs. */
  readonly isProgram: boolean;
  readonly signal: AbortSignal;
  /** Starts what runs tests that are programs; asked at most once. */
  readonly startJudge: () => Promise<LocalJudge>;
  /** Told what is run. */
  readonly onStep: (step: string) => void;
}

/** The problems in these files; a source of most formats holds one. */
export async function readProblems(
  files: SourceFiles,
  path: string,
  { format = formatOf(files, path), isProgram, signal, startJudge, onStep }: ReadingOptions,
): Promise<ImportedProblem[]> {
  const name = basename(path).replace(/\.(?:zip|kpp|tar|tar\.gz|tgz)$/i, "");
  const [[member, bytes] = ["", new Uint8Array()]] = files;
  const text = () => textOf(bytes, member);
  switch (format) {
    case "kattis":
      return [readKattis(files, name)];
    case "dmoj":
      return [readDmoj(files, name)];
    case "fps":
      return readFps(text(), member);
    case "csv":
      return [readCaseCsv(text(), member, isProgram)];
    case "json":
      return [readCaseJson(text(), member, isProgram)];
    case "jsonl":
      return readHumanEval(text(), member, await startJudge(), signal, onStep);
  }
}

function formatOf(files: SourceFiles, path: string): Format {
  if (files.has("init.yml")) return "dmoj";
  if (files.has("problem.yaml") || [...files.keys()].some((name) => name.startsWith("data/"))) {
    return "kattis";
  }
  const [only] = files.size === 1 ? [...files.keys()] : [];
  const end = /\.(\w+)$/.exec(only ?? "")?.[1]?.toLowerCase();
  if (end === "xml") return "fps";
  const known = FORMATS.find((format) => format === end);
  if (known !== undefined) return known;
  throw new ImportRefused(
    path,
    `is no format that is known; there are ${FORMATS.join(", ")} (--format).`,
  );
}
