import type { Outcome } from "../results/outcome.js";
import type { ShownCase } from "../results/shown-case.js";
import { useWords } from "../words/speech.js";
import { CaseJumps } from "./case-jumps.js";
import { StatusIcon } from "./status-icon.js";
import { verdictFacts, verdictWord } from "./verdict-facts.js";

interface VerdictBannerProps {
  readonly outcome: Outcome;
  readonly onCase: (one: ShownCase) => void;
}

export function VerdictBanner({ outcome, onCase }: VerdictBannerProps) {
  const words = useWords();
  const { results } = words;
  const { of, status } = outcome;
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
      <CaseJumps outcome={outcome} onChoose={onCase} />
    </div>
  );
}
