import type { Outcome } from "../results/outcome.js";
import { useWords } from "../words/speech.js";
import { StatusIcon } from "./status-icon.js";
import { verdictFacts, verdictWord } from "./verdict-facts.js";

/** More would be noise. */
const MOST_IN_STRIP = 120;

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
      {of === "submission" && cases.length > 1 && cases.length <= MOST_IN_STRIP && (
        <div class="strip" aria-hidden="true">
          {cases.map((one) => (
            <i key={one.number} data-status={one.status} />
          ))}
        </div>
      )}
    </div>
  );
}
