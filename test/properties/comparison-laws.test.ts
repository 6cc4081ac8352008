import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExactJson } from "../../api/domain/json.js";
import { type Comparison, isAccepted } from "../../api/domain/judge.js";
import { oracleRun } from "../support/oracle-run.js";
import { write } from "./json-node.js";
import { jsonArrayNode, jsonText } from "./json-texts.js";
import { pairs } from "./pairs.js";

const { seed, timeoutMs } = oracleRun();
const SYMMETRIC = ["equal", "unordered_equal", "unordered_deep", "float_eps", "tokens"] as const;
const EXACT = { epsilon: "0", relativeEpsilon: null };

function accepts(judge: Comparison, actual: string, expected: string): boolean {
  return isAccepted(judge, parseExactJson(actual), parseExactJson(expected));
}

describe.each(SYMMETRIC)("%s", (type) => {
  it("accepts what is written as expected", () => {
    const text = jsonArrayNode.map((node) => write(node, " "));
    const property = fc.property(text, (same) => accepts({ type, ...EXACT }, same, same));
    fc.assert(property, { seed, numRuns: 1000 });
  });

  it("answers the same with actual and expected exchanged", () => {
    const property = fc.property(pairs(type), ({ actual, expected, ...tolerances }) => {
      const judge = { type, ...tolerances };
      return accepts(judge, actual, expected) === accepts(judge, expected, actual);
    });
    fc.assert(property, { seed, numRuns: 1000 });
  });
});

describe("unordered_equal of a hundred thousand elements", { timeout: timeoutMs }, () => {
  const COUNT = 100_000;
  const judge: Comparison = { type: "unordered_equal", ...EXACT };
  const short = jsonText.filter((text) => text.length < 24);
  const texts = fc.sample(short, { seed, numRuns: 1000 });
  // Sixteen of a kind on the average, so that it matters how often each occurs.
  const elements = Array.from(
    { length: COUNT },
    (_, index) => `[${texts[index % texts.length]},${index % 6000}]`,
  );
  // 7919 and 100,000 have no common divisor, so every element comes once.
  const shuffled = elements.map((_, index) => elements[(index * 7919) % COUNT] ?? "");
  const oneOff = shuffled.with(50_000, shuffled[50_001] ?? "");

  it.each([
    ["takes any order", shuffled, true],
    ["notices one element in another's place", oneOff, false],
  ])("%s", (_title, actual, isRight) => {
    expect(accepts(judge, `[${actual.join()}]`, `[${elements.join()}]`)).toBe(isRight);
  });
});
