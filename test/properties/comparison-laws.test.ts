import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExactJson } from "../../api/domain/json.js";
import { isAccepted, type Judge, type JudgeType } from "../../api/domain/judge.js";
import { oracleRun } from "../support/oracle-run.js";
import { write } from "./json-node.js";
import { jsonArrayNode, jsonText } from "./json-texts.js";
import { pairs } from "./pairs.js";

const { seed, timeoutMs } = oracleRun();
const JUDGE_TYPES: readonly JudgeType[] = ["equal", "unordered_equal", "float_eps"];

function accepts(judge: Judge, actual: string, expected: string): boolean {
  return isAccepted(judge, parseExactJson(actual), parseExactJson(expected));
}

describe.each(JUDGE_TYPES)("%s", (type) => {
  it("accepts what is written as expected", () => {
    const text = jsonArrayNode.map((node) => write(node, " "));
    const property = fc.property(text, (same) => accepts({ type, epsilon: "0" }, same, same));
    fc.assert(property, { seed, numRuns: 1000 });
  });

  it("answers the same with actual and expected exchanged", () => {
    const property = fc.property(pairs(type), ({ actual, expected, epsilon }) => {
      const judge = { type, epsilon };
      return accepts(judge, actual, expected) === accepts(judge, expected, actual);
    });
    fc.assert(property, { seed, numRuns: 1000 });
  });
});

describe("unordered_equal of a hundred thousand elements", { timeout: timeoutMs }, () => {
  const COUNT = 100_000;
  const judge: Judge = { type: "unordered_equal", epsilon: "0" };
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
