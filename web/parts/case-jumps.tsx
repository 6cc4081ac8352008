import { useState } from "preact/hooks";
import type { Outcome } from "../results/outcome.js";
import type { ShownCase } from "../results/shown-case.js";
import { useWords } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { MOST_IN_STRIP } from "./case-strip.js";
import { caseWord } from "./verdict-facts.js";

interface CaseJumpsProps {
  readonly outcome: Outcome;
  readonly onChoose: (one: ShownCase) => void;
}

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowRight: (at, last) => Math.min(at + 1, last),
  Home: () => 0,
  End: (_at, last) => last,
};

/** All cases at a glance, a square each, which leads to its case; to the keyboard they are one stop, moved in by arrows. */
export function CaseJumps({ outcome: { of, cases }, onChoose }: CaseJumpsProps) {
  const words = useWords();
  const [at, setAt] = useState(0);
  if (cases.length < 2 || cases.length > MOST_IN_STRIP) return null;
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const next = MOVES[event.key]?.(at, cases.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div class="strip" role="toolbar" aria-label={words.results.toCase} onKeyDown={onKeyDown}>
      {cases.map((one, index) => {
        const name = `${caseName(of, one.number, words)}: ${caseWord(one, words)}`;
        return (
          <button
            key={one.number}
            type="button"
            data-status={one.status}
            tabIndex={index === at ? 0 : -1}
            aria-label={name}
            title={name}
            onFocus={() => setAt(index)}
            onClick={() => onChoose(one)}
          />
        );
      })}
    </div>
  );
}
