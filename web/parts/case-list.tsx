import { useState } from "preact/hooks";
import type { Outcome } from "../results/outcome.js";
import type { ShownCase } from "../results/shown-case.js";
import type { CaseActions } from "../state/case-actions.js";
import { useWords } from "../words/speech.js";
import { CaseReport } from "./case-report.js";

interface CaseListProps {
  readonly of: Outcome["of"];
  readonly cases: readonly ShownCase[];
  readonly timeLimitMs: number;
  /** The case whose details begin unfolded; all where there is none. */
  readonly open: ShownCase | "all" | undefined;
  /** The number of a case that somebody wants to see. */
  readonly chosen: number | undefined;
  readonly actions: CaseActions | undefined;
}

/** A problem may have thousands; more than these nobody reads without asking. */
const SHOWN_AT_FIRST = 40;

export function CaseList(props: CaseListProps) {
  const { of, cases, timeLimitMs, open, chosen, actions } = props;
  const { results } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const isFarDown = cases.findIndex(({ number }) => number === chosen) >= SHOWN_AT_FIRST;
  const shown = showsAll || isFarDown ? cases : cases.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ol class="cases">
        {shown.map((one) => (
          <CaseReport
            key={one.number}
            of={of}
            one={one}
            timeLimitMs={timeLimitMs}
            isOpen={open === "all" || open === one}
            actions={actions}
          />
        ))}
      </ol>
      {shown.length < cases.length && (
        <button type="button" class="more" onClick={() => setShowsAll(true)}>
          {results.showAll(cases.length)}
        </button>
      )}
    </>
  );
}
