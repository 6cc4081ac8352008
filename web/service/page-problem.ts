import { ARGUMENT_STYLES, type Calling, plainCalling } from "../../api/domain/entry.js";
import type { JsonText } from "../../api/domain/json.js";
import type { Judge } from "../../api/domain/judge.js";
import type { Problem, ProblemListing, SampleCase } from "../../client/create-grader-client.js";
import type { Scorings } from "../results/group-points.js";
import type { ShownValues } from "../results/shown-case.js";
import type { Language } from "../words/speech.js";
import { type CodeLanguage, offeredLanguages } from "./code-language.js";
import { type Example, findExamples } from "./find-examples.js";
import { isJson } from "./is-json.js";
import { onOneLine } from "./on-one-line.js";
import { startCodeFor } from "./start-code.js";
import { toldBy } from "./told-by.js";

/** How hard a problem is, where its author chose one of the usual words. */
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

/** A problem as the page lists it. */
export interface ListedProblem {
  readonly problemId: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly difficulty: Difficulty | undefined;
  readonly tags: readonly string[];
}

/** A problem as the page shows it. */
export interface PageProblem extends ListedProblem {
  /** Markdown. */
  readonly statement: Readonly<Record<Language, string>>;
  /** In which it can be solved, at least one. */
  readonly languages: readonly CodeLanguage[];
  readonly startCodes: Readonly<Record<CodeLanguage, string>>;
  readonly timeLimitMs: number;
  readonly calling: Calling;
  readonly judge: Judge;
  readonly scorings: Scorings;
  /** What the code is run on. */
  readonly examples: readonly Example[];
  /** The sample cases that the statement does not show itself. */
  readonly samples: Readonly<Record<Language, readonly Sample[]>>;
  /** The numbers of the test cases that everybody may see. */
  readonly sampleNumbers: readonly number[];
  /** Why it cannot be graded. */
  readonly fault: string | undefined;
}

/** A sample case as it is shown. */
export interface Sample {
  /** Among the samples, counted from 1. */
  readonly number: number;
  readonly values: ShownValues;
}

/** How the values of its cases are written. */
export function notationOf({ calling }: Pick<PageProblem, "calling">): ShownValues["notation"] {
  return calling.io === "stdio" ? "text" : "json";
}

export function readListedProblem(
  listing: Pick<ProblemListing, "problemId" | "title" | "title_translated" | "difficulty" | "tags">,
): ListedProblem {
  const { problemId, tags } = listing;
  const title = textOf(listing.title);
  const titleTranslated = textOf(listing.title_translated);
  return {
    problemId,
    title: {
      en: title ?? titleTranslated ?? problemId,
      ko: titleTranslated ?? title ?? problemId,
    },
    difficulty: DIFFICULTIES.find((one) => one === listing.difficulty?.toLowerCase()),
    tags,
  };
}

export function readPageProblem(problem: Problem): PageProblem {
  const { timeLimitSeconds, groups, sampleCases, fault } = problem;
  const english = textOf(problem.description) ?? textOf(problem.description_translated) ?? "";
  const calling = callingOf(problem);
  const samples = sampleCases.flatMap((sample) => toExample(sample, calling));
  const korean = textOf(problem.description_translated) ?? english;
  const examples = samples.length > 0 ? samples : findExamples(english, calling.io);
  const untold = (statement: string) => {
    const isTold = toldBy(statement, judgeOf(problem).type);
    return sampleCases.flatMap((sample, index) =>
      isTold(sample)
        ? []
        : [{ number: index + 1, values: shownValues(sample, notationOf({ calling })) }],
    );
  };
  return {
    ...readListedProblem(problem),
    statement: { en: english, ko: korean },
    languages: offeredLanguages(problem.languages),
    startCodes: startCodesOf(problem, calling, examples),
    timeLimitMs: timeLimitSeconds * 1000,
    calling,
    judge: judgeOf(problem),
    scorings: new Map(groups.map(({ id, scoring }) => [id, scoring])),
    examples,
    samples: { en: untold(english), ko: untold(korean) },
    sampleNumbers: sampleCases.map(({ caseNumber }) => caseNumber),
    fault: fault ?? undefined,
  };
}

function textOf(value: string): string | undefined {
  return value.trim() === "" ? undefined : value;
}

function startCodesOf(
  { starterCodes }: Problem,
  calling: Calling,
  examples: readonly Example[],
): PageProblem["startCodes"] {
  const written = (language: CodeLanguage) => textOf(starterCodes[language] ?? "");
  const beginning = { calling, examples, pythonCode: written("python3.12") };
  const start = (language: CodeLanguage) => written(language) ?? startCodeFor(beginning, language);
  return { "python3.12": start("python3.12"), javascript: start("javascript") };
}

function callingOf({ entryFunction, argumentStyle, io }: Problem): Calling {
  const style = ARGUMENT_STYLES.find((one) => one === argumentStyle) ?? "single";
  return plainCalling({ entryFunction, argumentStyle: style, io });
}

function judgeOf({ judgeType, epsilon, relativeEpsilon }: Problem): Judge {
  const digits = (figure: number | null) => (figure === null ? null : String(figure));
  const type = judgeType as Judge["type"];
  return { type, epsilon: digits(epsilon), relativeEpsilon: digits(relativeEpsilon) };
}

function shownValues(
  { input, expectedOutput }: SampleCase,
  notation: ShownValues["notation"],
): ShownValues {
  return { notation, input, expected: expectedOutput, returned: undefined, difference: undefined };
}

/** The service cuts longer texts. */
const CUT_AT = 2000;

/** A sample to run on, unless its input was cut. */
function toExample({ input, expectedOutput }: SampleCase, { io }: Calling): Example[] {
  const read = (text: string) => {
    const isWhole = io === "stdio" ? [...text].length < CUT_AT : isJson(text);
    if (!isWhole) return undefined;
    return io === "stdio" ? (JSON.stringify(text) as JsonText) : onOneLine(text);
  };
  const given = read(input);
  return given === undefined ? [] : [{ input: given, expected: read(expectedOutput) }];
}
