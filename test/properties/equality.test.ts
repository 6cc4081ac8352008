import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseExactJson } from "../../api/domain/json.js";
import { isAccepted, type JudgeType } from "../../api/domain/judge.js";
import { oracleRun } from "../support/oracle-run.js";
import { holdsForAll } from "./holds-for-all.js";
import { type Oracle, startOracle } from "./oracle.js";
import { type Pair, pairs } from "./pairs.js";

const run = oracleRun();
const BATCH = 2000;

const PAIRS_OF: Readonly<Record<JudgeType, number>> = {
  equal: 11_000,
  unordered_equal: 10_000,
  float_eps: 5000,
};

function verdict(type: JudgeType, { actual, expected, epsilon }: Pair): boolean | string {
  try {
    return isAccepted({ type, epsilon }, parseExactJson(actual), parseExactJson(expected));
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

  it.each(Object.entries(PAIRS_OF) as [JudgeType, number][])(
    "%s",
    async (type, usual) => {
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
        values: pairs(type),
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
