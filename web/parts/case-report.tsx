import type { Outcome } from "../results/outcome.js";
import { readStderr } from "../results/read-stderr.js";
import { isFailed, type ShownCase, usedMs } from "../results/shown-case.js";
import type { CaseActions } from "../state/case-actions.js";
import { writtenFigure, writtenTime } from "../words/quantities.js";
import { useWords, type Words } from "../words/speech.js";
import { CaseExplanation } from "./case-explanation.js";
import { CaseHead } from "./case-head.js";
import { caseName } from "./case-name.js";
import { CaseValues } from "./case-values.js";
import { Folded } from "./folded.js";
import { Printed } from "./printed.js";
import { TakeOver } from "./take-over.js";
import { caseWord } from "./verdict-facts.js";

interface CaseReportProps {
  readonly of: Outcome["of"];
  readonly one: ShownCase;
  readonly timeLimitMs: number;
  /** Whether its details begin unfolded. */
  readonly isOpen: boolean;
  readonly actions: CaseActions | undefined;
}

export function CaseReport({ of, one, timeLimitMs, isOpen, actions }: CaseReportProps) {
  const words = useWords();
  const { results } = words;
  const stderr = isFailed(one) ? readStderr(one.stderr) : { printed: one.stderr, traceback: "" };
  // What a program prints is its answer, which stands among the values.
  const isPrintedAnswer = one.values?.notation === "text" && one.values.returned !== undefined;
  const facts = factsOf(one, words);
  return (
    <li
      class="case"
      data-status={one.status}
      data-case={one.number}
      tabIndex={-1}
      aria-label={`${caseName(of, one.number, words)}: ${caseWord(one, words)}`}
    >
      <CaseHead of={of} one={one} timeLimitMs={timeLimitMs} />
      {facts.length > 0 && <p class="hint">{facts.join(" · ")}</p>}
      <CaseExplanation one={one} onLine={actions?.goToLine} />
      {one.values && <CaseValues values={one.values} isOpen={isOpen || isFailed(one)} />}
      <TakeOver one={one} actions={of === "own" ? undefined : actions} />
      <Folded title={results.traceback} text={stderr.traceback} isOpen={isOpen} />
      {!isPrintedAnswer && <Printed title={results.stdout} text={one.stdout} />}
      <Printed title={results.stderr} text={stderr.printed} />
      {one.isCut && <p class="hint">{results.isCut}</p>}
    </li>
  );
}

/** Less than this beside the processor's time is nothing to wonder about. */
const WORTH_TELLING_MS = 250;

function factsOf(one: ShownCase, words: Words): readonly string[] {
  const { results } = words;
  const waitedMs = one.executionMs - usedMs(one);
  const isMuch = waitedMs > WORTH_TELLING_MS && waitedMs > usedMs(one) / 2;
  return [
    ...(one.name === undefined ? [] : [one.name]),
    ...(one.group === undefined ? [] : [results.inGroup(one.group)]),
    ...(one.points === undefined ? [] : [results.worth(writtenFigure(one.points))]),
    ...(isMuch ? [results.byTheClock(writtenTime(one.executionMs, words))] : []),
  ];
}
