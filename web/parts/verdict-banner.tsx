import type { Outcome } from "../results/outcome.js";
import { useWords } from "../words/speech.js";
import { CaseStrip } from "./case-strip.js";
import { StatusIcon } from "./status-icon.js";
import { verdictFacts, verdictWord } from "./verdict-facts.js";

export function VerdictBanner({ outcome }: { readonly outcome: Outcome }) {
  const words = useWords();
  const { results } = words;
  const { of, status, cases } = outcome;
  return (
    <div class="verdict" data-status={status}>
      <h2>
        <StatusIcon status={status} />
        {verdictWord(outcome, words)}
      </h2>
      <p class="verdict-facts">{verdictFacts(outcome, words).join(" · ")}</p>
      {outcome.notice && <p>{outcome.notice}</p>}
      {of === "examples" && <p class="hint">{results.examplesOnly}</p>}
      {outcome.areOutputsCut && <p class="hint">{results.outputsCut}</p>}
      <CaseStrip statuses={cases.map(({ status }) => status)} />
    </div>
  );
}
