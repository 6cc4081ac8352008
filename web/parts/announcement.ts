import { compileFault } from "../results/fault-place.js";
import { isFailed } from "../results/shown-case.js";
import type { Run } from "../state/state.js";
import type { Words } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { verdictFacts, verdictWord } from "./verdict-facts.js";

/** What a screen reader says when a run begins and ends. */
export function announcement(run: Run, words: Words): string {
  switch (run.kind) {
    case "none":
    // Alerts by themselves.
    case "refused":
    case "failed":
      return "";
    case "running":
      return runningAnnouncement(run, words);
    case "cancelled":
      return run.what === "submit" ? words.run.cancelledSubmission : words.run.cancelled;
    case "ended": {
      const { of, cases, notice } = run.outcome;
      const sentences = [
        `${verdictWord(run.outcome, words)}.`,
        `${verdictFacts(run.outcome, words).join(", ")}.`,
        ...(notice === undefined ? [] : [notice]),
      ];
      const notCompiled = compileFault(cases);
      const firstFailed = notCompiled === undefined ? cases.find(isFailed) : undefined;
      if (notCompiled?.error !== undefined) sentences.push(notCompiled.error);
      if (firstFailed !== undefined) {
        const name = caseName(of, firstFailed.number, words);
        sentences.push(words.results.firstFailed(name, words.status[firstFailed.status]));
      }
      return sentences.join(" ");
    }
  }
}

function runningAnnouncement(
  { what, progress }: Extract<Run, { readonly kind: "running" }>,
  { run }: Words,
): string {
  if (progress.isLost) return run.connectionLost;
  if (progress.cases.size > 0) return run.endedOf(progress.cases.size, progress.total ?? 0);
  return what === "submit" ? run.grading : run.running;
}
