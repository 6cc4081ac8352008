import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseExactJson } from "../../api/domain/json.js";
import { type Comparison, isAccepted } from "../../api/domain/judge.js";
import { oracleRun } from "../support/oracle-run.js";
import { holdsForAll } from "./holds-for-all.js";
import { type Oracle, startOracle } from "./oracle.js";
import { type Pair, pairs } from "./pairs.js";

const run = oracleRun();
const BATCH = 2000;

type Type = Comparison["type"];

/** With relativeEpsilon, where a judge of the type goes by it. */
const PAIRS_OF: readonly (readonly [Type, number, "absolute" | "relative"])[] = [
  ["equal", 11_000, "absolute"],
  ["unordered_equal", 10_000, "absolute"],
  ["unordered_deep", 6000, "absolute"],
  ["one_of", 4000, "absolute"],
  ["float_eps", 5000, "absolute"],
  ["float_eps", 5000, "relative"],
  ["tokens", 10_000, "relative"],
];

function verdict(type: Type, { actual, expected, ...tolerances }: Pair): boolean | string {
  try {
    const judge = { type, ...tolerances };
    return isAccepted(judge, parseExactJson(actual), parseExactJson(expected));
  } catch (error) {
    return String(error);
  }
}

describe("CPython agrees on what is", () => {
  let oracle: Oracle;
  beforeAll(() => {
    oracle = startOracle();
  });
  afterAll(() => oracle.close());

  it.each(PAIRS_OF)(
    "%s of %i pairs, %s",
    async (type, usual, kind) => {
      const count = run.pairs ?? usual;
      let accepted = 0;
      const complaints = async (batch: readonly Pair[]) => {
        const wanted = await oracle.verdicts(type, batch);
        accepted += wanted.filter(Boolean).length;
        return batch.map((pair, index) => {
          const given = verdict(type, pair);
          return given === wanted[index]
            ? null
            : `${type} is ${given}, and ${wanted[index]} in Python`;
        });
      };
      await holdsForAll({
        values: pairs(type, kind === "relative"),
        count,
        batchSize: BATCH,
        seed: run.seed,
        complaints,
      });
      // Whoever always says yes, or always no, is wrong often.
      expect(accepted).toBeGreaterThan(count * 0.25);
      expect(accepted).toBeLessThan(count * 0.75);
    },
    run.timeoutMs,
  );
});
