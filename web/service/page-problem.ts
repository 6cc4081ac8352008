import type { Judge } from "../../api/domain/judge.js";
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

/** A problem as the development server lists it; of its texts anybody may have written anything. */
export interface ListedProblem {
  readonly problemId: string;
  readonly timeLimitMs: number;
  readonly judge: Judge;
  readonly [attribute: string]: unknown;
}

export function readPageProblem(item: ListedProblem): PageProblem {
  const { problemId, timeLimitMs, judge } = item;
  const title = textOf(item.title);
  const titleTranslated = textOf(item.title_translated);
  const english = textOf(item.description) ?? textOf(item.description_translated) ?? "";
  return {
    problemId,
    title: {
      en: title ?? titleTranslated ?? problemId,
      ko: titleTranslated ?? title ?? problemId,
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
