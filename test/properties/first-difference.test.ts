import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type ExactJson,
  isJsonArray,
  isJsonObject,
  parseExactJson,
} from "../../api/domain/json.js";
import { isAccepted, leafRule, type PartwiseComparison } from "../../api/domain/judge.js";
import { firstDifference, type Path } from "../../api/domain/judges/first-difference.js";
import { oracleRun } from "../support/oracle-run.js";
import { pairs } from "./pairs.js";

const { seed } = oracleRun();

/** What stands at a place; undefined where there is none. */
function valueAt(root: ExactJson, path: Path): ExactJson | undefined {
  return path.reduce<ExactJson | undefined>((value, step) => {
    if (value === undefined) return undefined;
    if (typeof step === "number") return isJsonArray(value) ? value[step] : undefined;
    return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);
}

it.each(["equal", "float_eps", "tokens"] as const)(
  "two values that %s tells apart differ at the place, and nowhere before it",
  (type) => {
    let places = 0;
    const property = fc.property(pairs(type, true), ({ actual, expected, ...tolerances }) => {
      const judge: PartwiseComparison = { type, ...tolerances };
      const [one, other] = [parseExactJson(actual), parseExactJson(expected)];
      const path = firstDifference(leafRule(judge), one, other);
      if (path === undefined) return isAccepted(judge, one, other);
      places += path.length > 0 ? 1 : 0;
      const last = path.at(-1);
      const before =
        typeof last === "number"
          ? Array.from({ length: last }, (_, index) => [...path.slice(0, -1), index])
          : [];
      const isSameAt = (place: Path) => {
        const [there, wanted] = [valueAt(one, place), valueAt(other, place)];
        return there !== undefined && wanted !== undefined && isAccepted(judge, there, wanted);
      };
      return !isSameAt(path) && before.every(isSameAt);
    });
    fc.assert(property, { seed, numRuns: 2000 });
    expect(places).toBeGreaterThan(10);
  },
);
