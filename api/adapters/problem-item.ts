import { DEFAULT_CALLING } from "../domain/entry.js";
import { DEFAULT_TIME_LIMIT_MS, type Problem } from "../domain/problem.js";
import { readCalling } from "./calling-attributes.js";
import type { Item } from "./item.js";
import { readJudge } from "./judge-attributes.js";
import { asNumber } from "./numeric-attribute.js";
import { readTestCases } from "./test-case-list.js";
import { UnusableProblem } from "./unusable-problem.js";

const MIN_TIME_LIMIT_SECONDS = 0.1;
const MAX_TIME_LIMIT_SECONDS = 15;

/**
 * Reads a stored problem. Never throws: what cannot be used is not the caller's fault, so it comes
 * back as `fault`.
 */
export function readProblemItem(problemId: string, item: Item): Problem {
  const warnings: string[] = [];
  return {
    problemId,
    title: asText(item.title),
    titleTranslated: asText(item.title_translated),
    timeLimitMs: readTimeLimitMs(item.timeLimitSeconds ?? item.time_limit_seconds, warnings),
    judge: readJudge(item, warnings),
    warnings,
    ...readGradedParts(item),
  };
}

/** What a problem cannot be graded without, or why it cannot be. */
function readGradedParts(item: Item): Pick<Problem, "calling" | "testCases" | "fault"> {
  try {
    const calling = readCalling(item);
    return { calling, testCases: readTestCases(item.finalTestCases, calling), fault: null };
  } catch (error) {
    if (!(error instanceof UnusableProblem)) throw error;
    return { calling: DEFAULT_CALLING, testCases: [], fault: error.message };
  }
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

const asText = (value: unknown) => (typeof value === "string" ? value : "");
