import {
  type ExactJson,
  elementTexts,
  hasTooLongInteger,
  isJsonArray,
  isJsonObject,
  type JsonText,
  memberTexts,
  parseExactJson,
  TOO_LONG_INTEGER,
  toJsonText,
} from "../domain/json.js";
import type { JudgeType } from "../domain/judge.js";
import {
  DEFAULT_TIME_LIMIT_MS,
  MAX_TEST_CASES,
  type Problem,
  type TestCase,
} from "../domain/problem.js";

/** A problem as its table holds it; numbers are texts, so that none is rounded on the way. */
export type ProblemItem = Readonly<Record<string, unknown>>;

const MIN_TIME_LIMIT_SECONDS = 0.1;
const MAX_TIME_LIMIT_SECONDS = 15;
const DEFAULT_EPSILON = "0.000001";

/** Judge types by the names that problems use for them. */
const JUDGE_TYPES: ReadonlyMap<unknown, JudgeType> = new Map([
  ["equal", "equal"],
  ["unordered_equal", "unordered_equal"],
  ["unordered", "unordered_equal"],
  ["float_eps", "float_eps"],
]);

/**
 * Reads a stored problem. Never throws: what cannot be used is not the caller's fault, so it comes
 * back as `fault`.
 */
export function readProblemItem(problemId: string, item: ProblemItem): Problem {
  const warnings: string[] = [];
  const cases = readTestCases(item.finalTestCases);
  return {
    problemId,
    title: asText(item.title),
    titleTranslated: asText(item.title_translated),
    timeLimitMs: readTimeLimitMs(item.timeLimitSeconds ?? item.time_limit_seconds, warnings),
    judge: {
      type: readJudgeType(item.judgeType ?? item.judge_type, warnings),
      epsilon: readEpsilon(item.epsilon, warnings),
      relativeEpsilon: null,
    },
    warnings,
    testCases: Array.isArray(cases) ? cases : [],
    fault: Array.isArray(cases) ? null : cases.fault,
  };
}

function readTimeLimitMs(setting: unknown, warnings: string[]): number {
  const seconds = asNumber(setting ?? DEFAULT_TIME_LIMIT_MS / 1000);
  if (seconds === undefined) {
    warnings.push(`timeLimitSeconds ${JSON.stringify(setting)} is not a number`);
    return DEFAULT_TIME_LIMIT_MS;
  }
  const clamped = Math.min(Math.max(seconds, MIN_TIME_LIMIT_SECONDS), MAX_TIME_LIMIT_SECONDS);
  return Math.round(clamped * 1000);
}

function readJudgeType(setting: unknown, warnings: string[]): JudgeType {
  const name = setting ?? "equal";
  const judgeType = JUDGE_TYPES.get(
    typeof name === "string" ? name.toLowerCase().replaceAll("-", "_") : name,
  );
  if (judgeType === undefined) warnings.push(`judgeType ${JSON.stringify(setting)} is unknown`);
  return judgeType ?? "equal";
}

function readEpsilon(setting: unknown, warnings: string[]): string {
  const epsilon = asNumber(setting ?? DEFAULT_EPSILON);
  if (epsilon !== undefined && epsilon >= 0) return String(setting ?? DEFAULT_EPSILON).trim();
  warnings.push(`epsilon ${JSON.stringify(setting)} is not a finite number >= 0`);
  return DEFAULT_EPSILON;
}

/** A finite number, given as one or as its text. */
function asNumber(value: unknown): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const isNumeric = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(String(value));
  const number = Number(value);
  return isNumeric && Number.isFinite(number) ? number : undefined;
}

const asText = (value: unknown) => (typeof value === "string" ? value : "");

type Unusable = { readonly fault: string };

const NO_TEST_CASES = "No test cases found for this problem.";

function readTestCases(finalTestCases: unknown): TestCase[] | Unusable {
  if (typeof finalTestCases !== "string" || finalTestCases.trim() === "") {
    return { fault: NO_TEST_CASES };
  }
  try {
    const { cases, text } = requireCases(finalTestCases);
    if (cases.length === 0) return { fault: NO_TEST_CASES };
    if (cases.length > MAX_TEST_CASES) {
      const sentence = `This problem has ${cases.length} test cases; at most ${MAX_TEST_CASES} can be graded.`;
      return { fault: sentence };
    }
    const texts = elementTexts(text);
    return cases.map((testCase, index) => readTestCase(testCase, texts[index] ?? "{}", index));
  } catch (error) {
    if (error instanceof UnusableTestCases) return { fault: error.message };
    if (error instanceof SyntaxError) {
      return { fault: "The test cases of this problem are not valid JSON." };
    }
    if (error instanceof RangeError) {
      return { fault: `The test cases of this problem are ${error.message}.` };
    }
    throw error;
  }
}

class UnusableTestCases extends Error {}

/** The cases with the text they stand in: an array, or an object's `finalTestCases` (maybe as text). */
function requireCases(text: string): { cases: readonly ExactJson[]; text: string } {
  const value = parseExactJson(text);
  if (isJsonArray(value)) return { cases: value, text };
  const inner = isJsonObject(value) ? (value.finalTestCases ?? null) : value;
  if (inner === null) return { cases: [], text: "[]" };
  if (typeof inner === "string" && isJsonObject(value)) return requireCases(inner);
  const innerText = memberTexts(text).get("finalTestCases");
  if (isJsonArray(inner) && innerText !== undefined) return { cases: inner, text: innerText };
  throw new UnusableTestCases("The test cases of this problem are not a JSON array.");
}

function readTestCase(testCase: ExactJson, text: string, index: number): TestCase {
  if (!isJsonObject(testCase)) {
    throw new UnusableTestCases(`Test case ${index + 1} of this problem is not a JSON object.`);
  }
  const input = memberTexts(text).get("input") ?? toJsonText(null);
  requireSendable(input, index);
  const { expected_output: expectedOutput } = testCase;
  // A null in its place would accept whatever returns nothing, should the name be misspelt.
  if (expectedOutput === undefined) {
    throw new UnusableTestCases(`Test case ${index + 1} of this problem has no expected_output.`);
  }
  return { input, expectedOutput };
}

/** Lambda refuses a payload with a bare NaN or Infinity, so such an input can never be sent. */
function requireSendable(input: JsonText, index: number): void {
  if (hasTooLongInteger(input)) {
    throw new UnusableTestCases(
      `The input of test case ${index + 1} of this problem ${TOO_LONG_INTEGER}.`,
    );
  }
  try {
    JSON.parse(input);
  } catch (cause) {
    const sentence = `The input of test case ${index + 1} of this problem is not valid JSON.`;
    throw new UnusableTestCases(sentence, { cause });
  }
}
