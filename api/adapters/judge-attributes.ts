import type { Io } from "../domain/entry.js";
import type { Judge, JudgeType } from "../domain/judge.js";
import type { Item } from "./item.js";
import { asNumber } from "./numeric-attribute.js";
import { quoted } from "./unusable-problem.js";

const DEFAULT_EPSILON = "0.000001";

/** Judge types by the names that problems use for them. */
const JUDGE_TYPES: ReadonlyMap<unknown, JudgeType> = new Map<string, JudgeType>([
  ["equal", "equal"],
  ["unordered_equal", "unordered_equal"],
  ["unordered", "unordered_equal"],
  ["float_eps", "float_eps"],
  ["unordered_deep", "unordered_deep"],
  ["one_of", "one_of"],
  ["tokens", "tokens"],
  ["checker", "checker"],
]);

/** The names themselves. */
export const JUDGE_TYPE_NAMES: readonly string[] = [...JUDGE_TYPES.keys()].map(String);

/** How the item says that answers are compared; what is not usable of it gets a warning. */
export function readJudge(item: Item, io: Io, warnings: string[]): Judge {
  const type = readJudgeType(item.judgeType ?? item.judge_type, io, warnings);
  const relativeEpsilon = readEpsilon("relativeEpsilon", item, warnings);
  const usual = type === "tokens" || relativeEpsilon !== null ? null : DEFAULT_EPSILON;
  return { type, epsilon: readEpsilon("epsilon", item, warnings) ?? usual, relativeEpsilon };
}

function readJudgeType(setting: unknown, io: Io, warnings: string[]): JudgeType {
  const name = setting ?? (io === "stdio" ? "tokens" : "equal");
  const judgeType = JUDGE_TYPES.get(
    typeof name === "string" ? name.toLowerCase().replaceAll("-", "_") : name,
  );
  if (judgeType === undefined) warnings.push(`judgeType ${quoted(setting)} is unknown`);
  return judgeType ?? "equal";
}

/** Its digits; null where there are none to be used. */
function readEpsilon(
  name: "epsilon" | "relativeEpsilon",
  { [name]: setting = null }: Item,
  warnings: string[],
): string | null {
  if (setting === null) return null;
  const epsilon = asNumber(setting);
  if (epsilon !== undefined && epsilon >= 0) return String(setting).trim();
  warnings.push(`${name} ${quoted(setting)} is not a finite number >= 0`);
  return null;
}
