import type { Judge } from "../../api/domain/judge.js";
import { readProblem } from "../../api/domain/problem.js";
import type { Language } from "../words/speech.js";
import { type Example, findExamples } from "./find-examples.js";

/** A problem as the page shows it. */
export interface PageProblem {
  readonly problemId: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Markdown. */
  readonly statement: Readonly<Record<Language, string>>;
  readonly startCode: string;
  readonly timeLimitMs: number;
  readonly judge: Judge;
  readonly examples: readonly Example[];
}

const EMPTY_SOLUTION = "def solution(data):\n    return None\n";

/** Reads an item of the table, of which anybody may have written anything. */
export function readPageProblem(item: Readonly<Record<string, unknown>>): PageProblem {
  const problemId = String(item.problemId);
  const { title, titleTranslated, timeLimitMs, judge } = readProblem(problemId, item);
  const english = textOf(item.description) ?? textOf(item.description_translated) ?? "";
  return {
    problemId,
    title: {
      en: title || titleTranslated || problemId,
      ko: titleTranslated || title || problemId,
    },
    statement: { en: english, ko: textOf(item.description_translated) ?? english },
    startCode: textOf(item.startCode) ?? EMPTY_SOLUTION,
    timeLimitMs,
    judge,
    examples: findExamples(english),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
