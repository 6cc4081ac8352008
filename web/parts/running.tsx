import { useEffect, useState } from "preact/hooks";
import type { RunKind } from "../state/state.js";
import { useWords } from "../words/speech.js";

interface RunningProps {
  readonly what: RunKind;
  readonly onCancel: () => void;
}

export function Running({ what, onCancel }: RunningProps) {
  const { run, units } = useWords();
  return (
    <div class="running">
      <progress aria-label={what === "submit" ? run.grading : run.running} />
      <span>{what === "submit" ? run.grading : run.running}</span>
      <span class="elapsed" role="timer">
        {units.seconds(useElapsedSeconds())}
      </span>
      <button type="button" onClick={onCancel}>
        {run.cancel}
      </button>
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
