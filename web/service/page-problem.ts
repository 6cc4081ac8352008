import {
  ARGUMENT_STYLES,
  type Calling,
  DEFAULT_CALLING,
  IOS,
  plainCalling,
} from "../../api/domain/entry.js";
import type { Judge } from "../../api/domain/judge.js";
import type { Scorings } from "../results/group-points.js";
import type { Language } from "../words/speech.js";
import { type Example, findExamples } from "./find-examples.js";
import { startCodeFor } from "./start-code.js";

/** How hard a problem is, where its author chose one of the usual words. */
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

/** A problem as the page shows it. */
export interface PageProblem {
  readonly problemId: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Markdown. */
  readonly statement: Readonly<Record<Language, string>>;
  readonly startCode: string;
  readonly timeLimitMs: number;
  readonly calling: Calling;
  readonly judge: Judge;
  readonly scorings: Scorings;
  readonly examples: readonly Example[];
  readonly difficulty: Difficulty | undefined;
  readonly tags: readonly string[];
}

/** A problem as the development server lists it; of its texts anybody may have written anything. */
export interface ListedProblem {
  readonly problemId: string;
  readonly timeLimitMs: number;
  readonly judge: Judge;
  readonly [attribute: string]: unknown;
}

/** How the values of its cases are written. */
export function notationOf({ calling }: PageProblem): "json" | "text" {
  return calling.io === "stdio" ? "text" : "json";
}

export function readPageProblem(item: ListedProblem): PageProblem {
  const { problemId, timeLimitMs, judge } = item;
  const title = textOf(item.title);
  const titleTranslated = textOf(item.title_translated);
  const english = textOf(item.description) ?? textOf(item.description_translated) ?? "";
  const calling = callingOf(item);
  const examples = findExamples(english, calling.io);
  return {
    problemId,
    title: {
      en: title ?? titleTranslated ?? problemId,
      ko: titleTranslated ?? title ?? problemId,
    },
    statement: { en: english, ko: textOf(item.description_translated) ?? english },
    startCode:
      textOf(item.starterCode) ?? textOf(item.startCode) ?? startCodeFor(calling, examples),
    timeLimitMs,
    calling,
    judge,
    scorings: scoringsOf(item.groups),
    examples,
    difficulty: DIFFICULTIES.find((one) => one === item.difficulty),
    tags: listOf(item.tags).filter((tag) => typeof tag === "string"),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function callingOf({ entryFunction, argumentStyle, io }: ListedProblem): Calling {
  return plainCalling({
    entryFunction: textOf(entryFunction) ?? null,
    argumentStyle:
      ARGUMENT_STYLES.find((one) => one === argumentStyle) ?? DEFAULT_CALLING.argumentStyle,
    io: IOS.find((one) => one === io) ?? DEFAULT_CALLING.io,
  });
}

function scoringsOf(groups: unknown): Scorings {
  return new Map(
    (listOf(groups) as Readonly<Record<string, unknown>>[]).map((group) => [
      String(group?.id),
      group?.scoring === "all" ? "all" : "sum",
    ]),
  );
}
