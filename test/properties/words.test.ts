import { afterAll, beforeAll, expect, it } from "vitest";
import { pythonFloat } from "../../api/domain/judges/python-float.js";
import { pythonWords } from "../../api/domain/judges/python-words.js";
import { oracleRun } from "../support/oracle-run.js";
import { holdsForAll } from "./holds-for-all.js";
import { type Oracle, startOracle } from "./oracle.js";
import { wordsText } from "./word-texts.js";

const run = oracleRun();
const CODE_POINTS = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint);

let oracle: Oracle;
beforeAll(() => {
  oracle = startOracle();
});
afterAll(() => oracle.close());

it("the words of a text are those of str.split()", { timeout: run.timeoutMs }, async () => {
  await holdsForAll({
    values: wordsText,
    count: run.pairs ?? 4000,
    batchSize: 2000,
    seed: run.seed,
    complaints: async (batch) => {
      const wanted = await oracle.split(batch);
      return batch.map((text, index) => {
        const given = JSON.stringify(pythonWords(text));
        return given === JSON.stringify(wanted[index]) ? null : `split into ${given}`;
      });
    },
  });
});

it("of all characters, those are spaces and digits that CPython 3.12 takes for such", {
  timeout: run.timeoutMs,
}, async () => {
  const known = await oracle.characters();
  const isSpace = (codePoint: number) =>
    pythonWords(`a${String.fromCodePoint(codePoint)}b`).length === 2;
  expect(CODE_POINTS.filter(isSpace)).toEqual(known.spaces);
  const digits = CODE_POINTS.flatMap((codePoint) => {
    const digit = pythonFloat(String.fromCodePoint(codePoint));
    return digit === undefined ? [] : [[codePoint, Number(digit)]];
  });
  // An older CPython does not know all digits yet, nor a newer one's those of 3.12 alone.
  const isOlder = Number(known.unicode.split(".")[0]) < 15;
  if (isOlder) expect(digits).toEqual(expect.arrayContaining([...known.digits]));
  else expect(digits).toEqual(known.digits);
});
