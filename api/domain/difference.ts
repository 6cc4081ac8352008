import type { ExactJson } from "./json.js";
import { type Judge, leafRule } from "./judge.js";
import { firstDifference, type Path } from "./judges/first-difference.js";
import { differingLine } from "./judges/tokens.js";
import { firstCodePoints } from "./text.js";

const LONGEST_PATH = 2000;

/**
 * Where an answer that the judge did not accept first differs from the expected one: a path such as
 * `$.rows[3]["odd key"]`, `line 2` of two texts, or `$` where the judge knows no place.
 */
export function difference(judge: Judge, actual: ExactJson, expected: ExactJson): string {
  switch (judge.type) {
    case "unordered_equal":
    case "unordered_deep":
    case "one_of":
    case "checker":
      return "$";
    case "equal":
    case "float_eps":
    case "tokens":
      return typeof actual === "string" && typeof expected === "string"
        ? `line ${lineOf(judge, actual, expected)}`
        : written(firstDifference(leafRule(judge), actual, expected) ?? []);
  }
}

function lineOf({ type, epsilon, relativeEpsilon }: Judge, actual: string, expected: string) {
  if (type === "tokens") return differingLine(epsilon, relativeEpsilon, actual, expected);
  const lines = expected.split("\n");
  const other = actual.split("\n").findIndex((line, index) => line !== lines[index]);
  return 1 + (other === -1 ? actual.split("\n").length : other);
}

/** In the notation of JSONPath; a key that is no plain word is a JSON string. */
function written(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return firstCodePoints(`$${steps.join("")}`, LONGEST_PATH);
}
