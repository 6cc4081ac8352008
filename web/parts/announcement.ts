import { isFailed } from "../results/shown-case.js";
import type { Run } from "../state/state.js";
import type { Words } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { verdictFacts } from "./verdict-facts.js";

/** What a screen reader says when a run begins and ends. */
export function announcement(run: Run, words: Words): string {
  switch (run.kind) {
    case "none":
    // An alert by itself.
    case "failed":
      return "";
    case "running":
      return run.what === "submit" ? words.run.grading : words.run.running;
    case "cancelled":
      return run.what === "submit" ? words.run.cancelledSubmission : words.run.cancelled;
    case "ended": {
      const { of, status, cases, notice } = run.outcome;
      const sentences = [
        `${words.status[status]}.`,
        `${verdictFacts(run.outcome, words).join(", ")}.`,
        ...(notice === undefined ? [] : [notice]),
      ];
      const firstFailed = cases.find(isFailed);
      if (firstFailed !== undefined) {
        const name = caseName(of, firstFailed.number, words);
        sentences.push(words.results.firstFailed(name, words.status[firstFailed.status]));
      }
      return sentences.join(" ");
    }
  }
}
