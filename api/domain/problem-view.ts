import type { Calling } from "./entry.js";
import { Fraction } from "./fraction.js";
import type { Judge } from "./judge.js";
import { inCommon, type Language } from "./language.js";
import type { TestCase } from "./problem.js";
import { caseWorths, type Group, hasPoints } from "./scoring.js";
import { readableValue, shownValue } from "./shown-value.js";
import type { StatedProblem, Statement } from "./statement.js";
import type { Visibility } from "./visibility.js";

/** A test case as a page shows it. */
export interface CaseView {
  readonly caseNumber: number;
  readonly name: string | null;
  readonly group: string | null;
  /** Null where the problem has neither points nor groups. */
  readonly points: number | null;
  /** JSON text; of a program the text itself. */
  readonly input: string;
  readonly expectedOutput: string;
}

/** A group of cases, and what it is worth in the end. */
export interface GroupView extends Pick<Group, "id" | "scoring"> {
  readonly points: number;
  readonly caseCount: number;
}

/** What a page shows of a problem to whoever is to solve it. */
export interface ProblemView extends Statement {
  /** The ones that it can be solved in here. */
  readonly languages: readonly Language[];
  /** What an editor begins with in the first of them. */
  readonly starterCode: string;
  readonly problemId: string;
  readonly title: string;
  readonly titleTranslated: string;
  readonly timeLimitMs: number;
  readonly calling: Calling;
  readonly judge: Judge;
  readonly totalCaseCount: number;
  readonly caseCounts: Readonly<Record<Visibility, number>>;
  readonly sampleCases: readonly CaseView[];
  readonly groups: readonly GroupView[];
  /** Null where the problem has neither points nor groups. */
  readonly totalPoints: number | null;
  /** Why it cannot be graded. */
  readonly fault: string | null;
}

/** The same with what only staff sees. */
export interface WholeProblemView extends ProblemView {
  readonly testCases: readonly (CaseView & { readonly visibility: Visibility })[];
  /** The source of its checker. */
  readonly checker: string | null;
  readonly testSetHash: string | null;
  readonly warnings: readonly string[];
}

/** What a page shows of the problem. Names each member, so that one that comes later is hidden at first. */
export function viewProblem(problem: StatedProblem, offered: readonly Language[]): ProblemView {
  const { problemId, title, titleTranslated, timeLimitMs, calling, judge, fault } = problem;
  const { testCases, groups, statement } = problem;
  const languages = inCommon(problem.languages, offered);
  const starterCodes = Object.fromEntries(
    languages.flatMap((language) => {
      const code = statement.starterCodes[language];
      return code === undefined ? [] : [[language, code]];
    }),
  );
  const cases = weighedCases(problem);
  const seen = (visibility: Visibility) =>
    cases.filter(({ testCase }) => testCase.visibility === visibility);
  return {
    problemId,
    title,
    titleTranslated,
    ...statement,
    languages,
    starterCode: starterCodes[languages[0] ?? ""] ?? "",
    starterCodes,
    timeLimitMs,
    calling,
    judge,
    totalCaseCount: testCases.length,
    caseCounts: {
      sample: seen("sample").length,
      open: seen("open").length,
      hidden: seen("hidden").length,
    },
    sampleCases: seen("sample").map((one) => viewCase(problem, one, shownValue)),
    groups: groups.map(({ id, scoring }) => {
      const members = cases.filter(({ testCase }) => testCase.group === id);
      return { id, scoring, points: addWorths(members), caseCount: members.length };
    }),
    totalPoints: hasPoints(testCases, groups) ? addWorths(cases) : null,
    fault,
  };
}

/** What staff is shown of it: everything. */
export function viewWholeProblem(
  problem: StatedProblem,
  offered: readonly Language[],
): WholeProblemView {
  const { checker, testSetHash, warnings } = problem;
  return {
    ...viewProblem(problem, offered),
    testCases: weighedCases(problem).map((one) => ({
      ...viewCase(problem, one, readableValue),
      visibility: one.testCase.visibility,
    })),
    checker: checker?.source ?? null,
    testSetHash,
    warnings,
  };
}

interface WeighedCase {
  readonly testCase: TestCase;
  readonly caseNumber: number;
  readonly worth: Fraction | null;
}

function weighedCases({ testCases, groups }: StatedProblem): WeighedCase[] {
  const worths = hasPoints(testCases, groups) ? caseWorths(testCases, groups) : [];
  return testCases.map((testCase, index) => ({
    testCase,
    caseNumber: index + 1,
    worth: worths[index] ?? null,
  }));
}

function addWorths(cases: readonly WeighedCase[]): number {
  return cases
    .reduce((sum, { worth }) => sum.plus(worth ?? Fraction.ZERO), Fraction.ZERO)
    .toNumber();
}

function viewCase(
  { calling: { io } }: StatedProblem,
  { testCase: { name, group, input, expectedText }, caseNumber, worth }: WeighedCase,
  toText: typeof shownValue,
): CaseView {
  return {
    caseNumber,
    name,
    group,
    points: worth?.toNumber() ?? null,
    input: toText(input, io),
    expectedOutput: toText(expectedText, io),
  };
}
