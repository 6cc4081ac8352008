import { DEFAULT_CALLING } from "../domain/entry.js";
import { isJsonArray } from "../domain/json.js";
import type { Judge } from "../domain/judge.js";
import type { Language } from "../domain/language.js";
import { DEFAULT_TIME_LIMIT_MS, type Problem, type TestCase } from "../domain/problem.js";
import { VISIBILITIES } from "../domain/visibility.js";
import { readCalling } from "./calling-attributes.js";
import { readChecker } from "./checker-attribute.js";
import { readGroups } from "./group-attributes.js";
import type { Item } from "./item.js";
import { readJudge } from "./judge-attributes.js";
import { readLanguages } from "./language-attributes.js";
import { asNumber } from "./numeric-attribute.js";
import { requireOneOf } from "./require-one-of.js";
import { asText } from "./statement-attributes.js";
import { readTestCases } from "./test-case-list.js";
import type { CaseDefaults } from "./test-case-members.js";
import { testSetHash } from "./test-set-hash.js";
import { unpackTestCases } from "./unpack-test-cases.js";
import { quoted, UnusableProblem } from "./unusable-problem.js";

const MIN_TIME_LIMIT_SECONDS = 0.1;
const MAX_TIME_LIMIT_SECONDS = 15;

/**
 * Reads a stored problem. Never throws: what cannot be used is not the caller's fault, so it comes
 * back as `fault`.
 */
export async function readProblemItem(problemId: string, item: Item): Promise<Problem> {
  const warnings: string[] = [];
  const io = item.io === "stdio" ? "stdio" : "function";
  const judge = readJudge(item, io, warnings);
  const problem = {
    problemId,
    title: asText(item.title),
    titleTranslated: asText(item.title_translated),
    timeLimitMs: readTimeLimitMs(item.timeLimitSeconds ?? item.time_limit_seconds, warnings),
    judge,
    warnings,
    ...(await readGradedParts(problemId, item, judge)),
  };
  return { ...problem, testSetHash: problem.fault === null ? await testSetHash(problem) : null };
}

type GradedParts = Pick<
  Problem,
  "languages" | "calling" | "testCases" | "groups" | "checker" | "fault"
>;

/** What a problem cannot be graded without, or why it cannot be. */
async function readGradedParts(problemId: string, item: Item, judge: Judge): Promise<GradedParts> {
  let languages: readonly Language[] = [];
  let calling = DEFAULT_CALLING;
  try {
    languages = readLanguages(item.languages);
    calling = readCalling(item);
    const groups = readGroups(item.groups);
    const defaults: CaseDefaults = {
      visibility: requireOneOf(
        VISIBILITIES,
        item.caseVisibility ?? "open",
        "The caseVisibility of this problem",
      ),
      groupIds: new Set(groups.map(({ id }) => id)),
    };
    const testCases = readTestCases(await unpackTestCases(item.finalTestCases), calling, defaults);
    if (judge.type === "one_of") requireAnswers(testCases);
    const checker = judge.type === "checker" ? await readChecker(problemId, item.checker) : null;
    return { languages, calling, testCases, groups, checker, fault: null };
  } catch (error) {
    if (!(error instanceof UnusableProblem)) throw error;
    // How it is called is known where only its cases are not usable: custom tests need no more.
    return { ...NOTHING_TO_GRADE, languages, calling, fault: error.message };
  }
}

const NOTHING_TO_GRADE = {
  testCases: [],
  groups: [],
  checker: null,
} as const;

function requireAnswers(testCases: readonly TestCase[]): void {
  const isNone = ({ expectedOutput }: TestCase) =>
    !isJsonArray(expectedOutput) || expectedOutput.length === 0;
  const at = testCases.findIndex(isNone);
  if (at === -1) return;
  throw new UnusableProblem(
    `The expected_output of test case ${at + 1} of this problem must be an array of right answers, since the judgeType is one_of.`,
  );
}

function readTimeLimitMs(setting: unknown, warnings: string[]): number {
  const seconds = asNumber(setting ?? DEFAULT_TIME_LIMIT_MS / 1000);
  if (seconds === undefined) {
    warnings.push(`timeLimitSeconds ${quoted(setting)} is not a number`);
    return DEFAULT_TIME_LIMIT_MS;
  }
  const clamped = Math.min(Math.max(seconds, MIN_TIME_LIMIT_SECONDS), MAX_TIME_LIMIT_SECONDS);
  return Math.round(clamped * 1000);
}
