import type { Judge, JudgeType } from "../domain/judge.js";
import type { Item } from "./item.js";
import { asNumber } from "./numeric-attribute.js";

const DEFAULT_EPSILON = "0.000001";

/** Judge types by the names that problems use for them. */
const JUDGE_TYPES: ReadonlyMap<unknown, JudgeType> = new Map([
  ["equal", "equal"],
  ["unordered_equal", "unordered_equal"],
  ["unordered", "unordered_equal"],
  ["float_eps", "float_eps"],
]);

/** How the item says that answers are compared; what is not usable of it gets a warning. */
export function readJudge(item: Item, warnings: string[]): Judge {
  return {
    type: readJudgeType(item.judgeType ?? item.judge_type, warnings),
    epsilon: readEpsilon(item.epsilon, warnings),
  };
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
