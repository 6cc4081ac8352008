import { MEMORY_LIMIT_KB } from "../results/memory-limit.js";
import type { Outcome } from "../results/outcome.js";
import { type ShownCase, usedMs } from "../results/shown-case.js";
import { writtenMemory, writtenTime } from "../words/quantities.js";
import { useWords } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { StatusIcon } from "./status-icon.js";
import { Usage } from "./usage.js";
import { caseWord } from "./verdict-facts.js";

interface CaseHeadProps {
  readonly of: Outcome["of"];
  readonly one: ShownCase;
  readonly timeLimitMs: number;
}

/** A case in one line: how it ended, and what it took. */
export function CaseHead({ of, one, timeLimitMs }: CaseHeadProps) {
  const words = useWords();
  const { results } = words;
  return (
    <div class="case-head">
      <span class="case-name">{caseName(of, one.number, words)}</span>
      <span class="case-status">
        <StatusIcon status={one.status} />
        {caseWord(one, words)}
      </span>
      <Usage
        name={results.time}
        used={usedMs(one)}
        limit={timeLimitMs}
        write={(ms) => writtenTime(ms, words)}
      />
      {one.isHidden && (
        <span class="hint case-hidden" title={results.hiddenHint}>
          {results.hidden}
        </span>
      )}
      {one.peakMemoryKb !== undefined && (
        <Usage
          name={results.memory}
          used={one.peakMemoryKb}
          limit={MEMORY_LIMIT_KB}
          write={writtenMemory}
        />
      )}
    </div>
  );
}
