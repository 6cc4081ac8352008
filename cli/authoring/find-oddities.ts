import type { Item } from "../../api/adapters/item.js";
import { asNumber } from "../../api/adapters/numeric-attribute.js";
import { quoted } from "../../api/adapters/unusable-problem.js";
import { type ExactJson, isJsonArray, isJsonObject, isObject } from "../../api/domain/json.js";
import type { Judge } from "../../api/domain/judge.js";
import { findLanguage, LANGUAGES, type Language } from "../../api/domain/language.js";
import type { Problem } from "../../api/domain/problem.js";

const TEXTS = ["title", "title_translated", "description", "description_translated"];

/** What is usable, and yet has another effect than its author can have wanted: a sentence for each. */
export function findOddities(item: Item, problem: Problem): string[] {
  return [
    ...unreadSettings(item, problem.judge),
    ...limitedTime(item, problem.timeLimitMs),
    ...emptyGroups(problem),
    ...answersNobodyCanGive(problem),
    ...unshown(item),
    ...starterCodeOddities(item.starterCode ?? item.startCode ?? "", problem.languages),
  ];
}

/** Settings that another one leaves unread. */
function unreadSettings(item: Item, { type }: Judge): string[] {
  const isGiven = (name: string) => (item[name] ?? null) !== null;
  const toldBy = (setting: string, names: readonly string[]) =>
    names.filter(isGiven).map((name) => `${name} is not read, since the ${setting}.`);
  const isTolerant = type === "float_eps" || type === "tokens";
  const styles = item.argumentStyle === "single" ? [] : ["argumentStyle"];
  return [
    ...(type === "checker" ? [] : toldBy(`judgeType is ${type}`, ["checker"])),
    ...(isTolerant ? [] : toldBy(`judgeType is ${type}`, ["epsilon", "relativeEpsilon"])),
    ...(item.io === "stdio" ? toldBy("io is stdio", ["entryFunction", ...styles]) : []),
  ];
}

function limitedTime(item: Item, timeLimitMs: number): string[] {
  const setting = item.timeLimitSeconds ?? item.time_limit_seconds;
  const seconds = asNumber(setting) ?? timeLimitMs / 1000;
  if (Math.abs(seconds * 1000 - timeLimitMs) <= 1) return [];
  return [`timeLimitSeconds ${quoted(setting)} counts as ${timeLimitMs / 1000}: it is in seconds.`];
}

function emptyGroups({ groups, testCases, fault }: Problem): string[] {
  if (fault !== null) return [];
  const used = new Set(testCases.map(({ group }) => group));
  return groups
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => `Group ${quoted(id)} has no test case, so that its points do not count.`);
}

function answersNobodyCanGive({ judge, calling, testCases }: Problem): string[] {
  const isHopeless = hopelessness(judge, calling.io === "stdio");
  const at = testCases.findIndex(({ expectedOutput }) => isHopeless(expectedOutput));
  if (at === -1) return [];
  const why = calling.io === "stdio" ? "a program writes text" : `the judgeType is ${judge.type}`;
  return [`No answer can equal the expected_output of test case ${at + 1}: ${why}.`];
}

function hopelessness({ type }: Judge, isProgram: boolean): (expected: ExactJson) => boolean {
  if (type === "checker" || type === "one_of") return () => false;
  if (isProgram) return (expected) => isJsonArray(expected) || isJsonObject(expected);
  return type === "unordered_equal" ? (expected) => !isJsonArray(expected) : () => false;
}

function starterCodeOddities(starterCode: unknown, languages: readonly Language[]): string[] {
  if (typeof starterCode === "string") return [];
  if (!isObject(starterCode)) {
    return ["starterCode is neither a text nor an object of texts by language, and is not shown."];
  }
  return Object.entries(starterCode).flatMap(([name, code]) => {
    const language = findLanguage(name);
    if (language === undefined) {
      return [`starterCode: ${name} is no language. There are ${LANGUAGES.join(", ")}.`];
    }
    if (typeof code !== "string") return [`starterCode: ${name} has no text, and is not shown.`];
    if (languages.includes(language)) return [];
    return [`starterCode: ${name} is not shown, since the problem is not solved in it.`];
  });
}

/** What pages would show, were it a text, and who may find it. */
function unshown(item: Item): string[] {
  const isOdd = (name: string) => (item[name] ?? "") !== "" && typeof item[name] !== "string";
  const texts = TEXTS.filter(isOdd).map((name) => `${name} is no text, and is not shown.`);
  if ([undefined, "Y", "N"].some((usual) => item.listed === usual)) return texts;
  return [...texts, `listed ${quoted(item.listed)} is neither true nor false: it counts as false.`];
}
