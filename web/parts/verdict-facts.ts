import { compileFault } from "../results/fault-place.js";
import type { Outcome } from "../results/outcome.js";
import type { ShownCase } from "../results/shown-case.js";
import { writtenFigure, writtenTime } from "../words/quantities.js";
import type { Words } from "../words/speech.js";

/** The status in a word: code that is no Python never ran, so that it is no runtime error. */
export function verdictWord({ status, cases }: Outcome, words: Words): string {
  if (compileFault(cases) !== undefined) return words.results.syntaxError;
  const some = cases.filter((one) => one.status === status);
  const typical = some.find(hasPrinted) ?? some[0];
  return typical === undefined ? words.status[status] : caseWord(typical, words);
}

/** The status of a case in a word: a program returns nothing, it prints. */
export function caseWord(one: ShownCase, { status, results }: Words): string {
  if (one.status !== "RETURNED" || one.values?.notation !== "text") return status[one.status];
  return hasPrinted(one) ? results.printedOutput : results.printedNoOutput;
}

const hasPrinted = ({ values }: ShownCase) => (values?.returned ?? "").trim() !== "";

/** What is said of an outcome beside its status, to who sees it and to who hears it. */
export function verdictFacts(outcome: Outcome, words: Words): readonly string[] {
  const { of, status, passed, total, score, points, slowestMs, cases } = outcome;
  const { results } = words;
  if (compileFault(cases) !== undefined) return [results.noCaseRan];
  return [
    of === "own" || status === "RETURNED" ? results.ranOn(total) : results.passedOf(passed, total),
    ...(points === undefined
      ? []
      : [results.pointsOf(writtenFigure(points.earned), writtenFigure(points.total))]),
    ...(score === undefined ? [] : [results.score(score, points !== undefined)]),
    results.slowest(writtenTime(slowestMs, words)),
  ];
}
