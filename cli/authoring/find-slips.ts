import type { Item } from "../../api/adapters/item.js";
import { JUDGE_TYPE_NAMES } from "../../api/adapters/judge-attributes.js";
import { unpackTestCases } from "../../api/adapters/unpack-test-cases.js";
import { UnusableProblem } from "../../api/adapters/unusable-problem.js";
import { isObject } from "../../api/domain/json.js";
import type { Problem } from "../../api/domain/problem.js";
import { findOddities } from "./find-oddities.js";
import { nearestName } from "./nearest-name.js";

/** Every attribute that is read of a problem. */
export const ATTRIBUTES = [
  "problemId",
  "title",
  "title_translated",
  "description",
  "description_translated",
  "starterCode",
  "startCode",
  "difficulty",
  "tags",
  "languages",
  "listed",
  "createdAt",
  "io",
  "entryFunction",
  "argumentStyle",
  "judgeType",
  "judge_type",
  "epsilon",
  "relativeEpsilon",
  "checker",
  "timeLimitSeconds",
  "time_limit_seconds",
  "caseVisibility",
  "groups",
  "finalTestCases",
];

/** The same of a test case. */
export const CASE_MEMBERS = ["input", "expected_output", "name", "visibility", "points", "group"];

const GROUP_MEMBERS = ["id", "points", "scoring"];

/** What other judges call the same, too unlike our names to be taken for misspelt. */
const NAMES_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["functionName", "entryFunction"],
  ["function_name", "entryFunction"],
  ["methodName", "entryFunction"],
  ["timeLimitMs", "timeLimitSeconds"],
  ["time_limit_ms", "timeLimitSeconds"],
  ["subtasks", "groups"],
  ["hidden", "visibility"],
  ["isHidden", "visibility"],
  ["sample", "visibility"],
  ["isSample", "visibility"],
  ["subtask", "group"],
  ["weight", "points"],
]);

/**
 * What is stored as it was sent, but hardly meant so: a sentence for each.
 *
 * @param problem how the item is read
 */
export async function findSlips(item: Item, problem: Problem): Promise<string[]> {
  const groups = Array.isArray(item.groups) ? item.groups : [];
  return [
    ...problem.warnings.map(
      (warning) => `${warning}, and counts as not set.${suggestion(item, warning)}`,
    ),
    ...misspelt("", [item], ATTRIBUTES),
    ...misspelt("Test case", await casesOf(item), CASE_MEMBERS),
    ...misspelt("Group", groups, GROUP_MEMBERS),
    ...timeSlips(item),
    ...findOddities(item, problem),
  ];
}

function suggestion({ judgeType, judge_type }: Item, warning: string): string {
  const written = judgeType ?? judge_type;
  if (typeof written !== "string" || !warning.startsWith("judgeType ")) return "";
  const meant = nearestName(written, JUDGE_TYPE_NAMES);
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

/** Each misspelt name once, with the first place where it stands. */
function misspelt(what: string, objects: readonly unknown[], known: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const [index, object] of objects.entries()) {
    if (!isObject(object)) continue;
    for (const name of Object.keys(object)) {
      const meant = found.has(name) ? undefined : meantName(name, known);
      const place = what === "" ? "" : `${what} ${index + 1}: `;
      if (meant !== undefined) {
        found.set(name, `${place}${name} is not read. Did you mean ${meant}?`);
      }
    }
  }
  return [...found.values()];
}

/** Undefined for one that is read itself, and for one that is like none. */
function meantName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const elsewhere = NAMES_ELSEWHERE.get(name);
  return (
    nearestName(name, known) ??
    (elsewhere !== undefined && known.includes(elsewhere) ? elsewhere : undefined)
  );
}

async function casesOf({ finalTestCases }: Item): Promise<readonly unknown[]> {
  try {
    return casesIn(await unpackTestCases(finalTestCases));
  } catch (error) {
    // What cannot be read at all is told as the problem's fault.
    if (error instanceof SyntaxError || error instanceof UnusableProblem) return [];
    throw error;
  }
}

function casesIn(value: unknown): readonly unknown[] {
  if (typeof value === "string") return casesIn(JSON.parse(value));
  if (isObject(value)) return casesIn(value.finalTestCases);
  return Array.isArray(value) ? value : [];
}

/** By which the list is sorted, as texts are. */
function timeSlips({ createdAt }: Item): string[] {
  if (createdAt === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(String(createdAt))) return [];
  return ["createdAt is no time in ISO 8601 such as 2026-09-30T09:00:00Z."];
}
