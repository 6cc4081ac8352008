import { afterAll, beforeAll, expect, it } from "vitest";
import { parseExactJson } from "../../api/domain/json.js";
import { oracleRun } from "../support/oracle-run.js";
import { garbledText } from "./garbled-texts.js";
import { holdsForAll } from "./holds-for-all.js";
import { type Oracle, startOracle } from "./oracle.js";

const run = oracleRun();

let oracle: Oracle;
beforeAll(() => {
  oracle = startOracle();
});
afterAll(() => oracle.close());

function isDecoded(text: string): boolean {
  try {
    parseExactJson(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

it("a text is JSON exactly when json.loads takes it", { timeout: run.timeoutMs }, async () => {
  const count = run.pairs ?? 6000;
  let taken = 0;
  await holdsForAll({
    values: garbledText,
    count,
    batchSize: 2000,
    seed: run.seed,
    complaints: async (batch) => {
      const wanted = await oracle.isJson(batch);
      taken += wanted.filter(Boolean).length;
      return batch.map((text, index) =>
        isDecoded(text) === wanted[index] ? null : `json.loads answers ${wanted[index]}`,
      );
    },
  });
  expect(taken).toBeGreaterThan(count * 0.05);
  expect(taken).toBeLessThan(count * 0.95);
});
