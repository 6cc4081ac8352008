import type { ExactJson } from "./json.js";
import { isSameScalar } from "./judges/equal.js";
import { firstDifference, type LeafRule } from "./judges/first-difference.js";
import { floatEpsRule } from "./judges/float-eps.js";
import { isOneOf } from "./judges/one-of.js";
import { tokensRule } from "./judges/tokens.js";
import { isUnorderedDeep } from "./judges/unordered-deep.js";
import { isUnorderedEqual } from "./judges/unordered-equal.js";

interface JudgeOf<Type extends string> {
  readonly type: Type;
  /** Largest |actual − expected|, as decimal digits. Where it is null, none; `tokens` then compares texts. */
  readonly epsilon: string | null;
  /** The same as a part of |expected|; a number within either of the two is right. */
  readonly relativeEpsilon: string | null;
}

/** Judges that compare part by part. */
export type PartwiseComparison = JudgeOf<"equal" | "float_eps" | "tokens">;

/** Judges that hold an actual value against the expected one by a rule of ours. */
export type Comparison =
  | PartwiseComparison
  | JudgeOf<"unordered_equal" | "unordered_deep" | "one_of">;

/** How an actual return value is held against the expected one: by a rule, or by its author's program. */
export type Judge = Comparison | JudgeOf<"checker">;

export type JudgeType = Judge["type"];

/** Whether the judge accepts `actual` where `expected` was asked for. Pure, and O(n log n). */
export function isAccepted(judge: Comparison, actual: ExactJson, expected: ExactJson): boolean {
  switch (judge.type) {
    case "unordered_equal":
      return isUnorderedEqual(actual, expected);
    case "unordered_deep":
      return isUnorderedDeep(actual, expected);
    case "one_of":
      return isOneOf(actual, expected);
    case "equal":
    case "float_eps":
    case "tokens":
      return firstDifference(leafRule(judge), actual, expected) === undefined;
  }
}

/** When a judge that compares part by part takes two parts for the same. */
export function leafRule({ type, epsilon, relativeEpsilon }: PartwiseComparison): LeafRule {
  switch (type) {
    case "equal":
      return isSameScalar;
    case "float_eps":
      return floatEpsRule(epsilon ?? "0", relativeEpsilon);
    case "tokens":
      return tokensRule(epsilon, relativeEpsilon);
  }
}
