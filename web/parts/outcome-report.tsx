import type { Outcome } from "../results/outcome.js";
import { isFailed, type ShownCase } from "../results/shown-case.js";
import { useWords } from "../words/speech.js";
import { CaseReport } from "./case-report.js";
import { VerdictBanner } from "./verdict-banner.js";

interface OutcomeReportProps {
  readonly outcome: Outcome;
  readonly timeLimitMs: number;
}

/** A verdict and its cases, those that failed first. */
export function OutcomeReport({ outcome, timeLimitMs }: OutcomeReportProps) {
  const { results } = useWords();
  const failed = outcome.cases.filter(isFailed);
  const passed = outcome.cases.filter((one) => !isFailed(one));
  return (
    <div class="outcome">
      <VerdictBanner outcome={outcome} />
      {failed.length > 0 && (
        <>
          <h3>{results.failed(failed.length)}</h3>
          {list(failed)}
        </>
      )}
      {passed.length > 0 && (
        <>
          {(outcome.of !== "own" || failed.length > 0) && <h3>{results.passed(passed.length)}</h3>}
          {list(passed)}
        </>
      )}
    </div>
  );

  function list(cases: readonly ShownCase[]) {
    return (
      <ol class="cases">
        {cases.map((one) => (
          <CaseReport
            key={one.number}
            of={outcome.of}
            one={one}
            timeLimitMs={timeLimitMs}
            isOpen={one === failed[0] || outcome.of === "own"}
          />
        ))}
      </ol>
    );
  }
}
