import { useEffect, useRef, useState } from "preact/hooks";
import type { Run } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { announcement } from "./announcement.js";

/** Whoever listens is not told of every case. */
const PAUSE_MS = 4000;

/** Tells a screen reader how a run begins, comes along and ends. */
export function Announced({ run }: { readonly run: Run }) {
  const words = useWords();
  const text = announcement(run, words);
  const isOneOfMany = run.kind === "running" && run.progress.cases.size > 0;
  const told = useThrottled(text, isOneOfMany ? PAUSE_MS : 0);
  return (
    <p class="unseen" role="status">
      {isOneOfMany ? told : text}
    </p>
  );
}

/** The value, though after each change no other one for so long. */
function useThrottled(value: string, pauseMs: number): string {
  const [shown, setShown] = useState(value);
  const changedMs = useRef(performance.now());
  useEffect(() => {
    const change = () => {
      changedMs.current = performance.now();
      setShown(value);
    };
    const timer = setTimeout(change, changedMs.current + pauseMs - performance.now());
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return shown;
}
