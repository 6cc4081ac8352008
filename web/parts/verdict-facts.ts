import type { Outcome } from "../results/outcome.js";
import { writtenTime } from "../words/quantities.js";
import type { Words } from "../words/speech.js";

/** What is said of an outcome beside its status, to who sees it and to who hears it. */
export function verdictFacts(outcome: Outcome, words: Words): readonly string[] {
  const { of, status, passed, total, score, slowestMs } = outcome;
  const { results } = words;
  return [
    of === "own" || status === "RETURNED" ? results.ranOn(total) : results.passedOf(passed, total),
    ...(score === undefined ? [] : [results.points(score)]),
    results.slowest(writtenTime(slowestMs, words)),
  ];
}
