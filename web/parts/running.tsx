import { useEffect, useState } from "preact/hooks";
import type { Outcome } from "../results/outcome.js";
import type { PageProblem } from "../service/page-problem.js";
import type { RunKind, RunProgress } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { CaseStrip } from "./case-strip.js";
import { RunningCases } from "./running-cases.js";

interface RunningProps {
  readonly what: RunKind;
  readonly of: Outcome["of"];
  readonly progress: RunProgress;
  readonly problem: PageProblem;
  readonly onCancel: () => void;
}

/** A run that is under way, laid out as its verdict will be. */
export function Running({ what, of, progress, problem, onCancel }: RunningProps) {
  const { run, units } = useWords();
  const { total, cases, isLost } = progress;
  const title = what === "submit" ? run.grading : run.running;
  const numbers = Array.from({ length: total ?? 0 }, (_, index) => index + 1);
  return (
    <div class="outcome">
      <div class="verdict running">
        <div class="running-head">
          <p class="verdict-title">{title}</p>
          <progress aria-label={title} {...(total ? { value: cases.size, max: total } : {})} />
          <button type="button" onClick={onCancel}>
            {run.cancel}
          </button>
        </div>
        <p class="verdict-facts">
          {total !== undefined && `${run.endedOf(cases.size, total)} · `}
          <span class="elapsed" role="timer">
            {units.seconds(useElapsedSeconds())}
          </span>
        </p>
        {isLost && <p>{run.connectionLost}</p>}
        <CaseStrip statuses={numbers.map((number) => cases.get(number)?.status)} />
      </div>
      <RunningCases of={of} numbers={numbers} cases={cases} problem={problem} />
    </div>
  );
}

/** Since the component was first shown, to a tenth. */
function useElapsedSeconds(): string {
  const [startedAt] = useState(() => performance.now());
  const [seconds, setSeconds] = useState("0.0");
  useEffect(() => {
    const update = () => setSeconds(((performance.now() - startedAt) / 1000).toFixed(1));
    const timer = setInterval(update, 100);
    return () => clearInterval(timer);
  }, [startedAt]);
  return seconds;
}
