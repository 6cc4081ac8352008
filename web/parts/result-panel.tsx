import { useEffect, useRef } from "preact/hooks";
import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { Announced } from "./announced.js";
import { announcement } from "./announcement.js";
import { FaultNotice } from "./fault-notice.js";
import { Part } from "./part.js";
import type { RunReportProps } from "./run-report.js";
import { ShortcutList } from "./shortcut-list.js";
import { loadReport } from "./verdict-parts.js";

interface ResultPanelProps {
  readonly state: State;
  readonly commands: Commands;
  readonly problem: PageProblem;
  readonly isWide: boolean;
}

/** What came of the last run or submission. */
export function ResultPanel({ state, commands, problem, isWide }: ResultPanelProps) {
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const { run } = state;
  // A case that ends while others run scrolls nothing.
  const stage = run.kind === "running" ? run.id : run;
  useEffect(() => {
    if (run.kind === "none") return;
    panel.current?.scrollTo(0, 0);
    // On a narrow page it is below the code.
    if (!isWide) panel.current?.scrollIntoView({ block: "nearest" });
  }, [stage, isWide]);
  return (
    <section
      class="result"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled to with keys, too
      tabIndex={0}
      aria-label={words.results.title}
      data-run={run.kind}
      ref={panel}
    >
      <Announced run={run} />
      {contents()}
    </section>
  );

  function contents() {
    switch (run.kind) {
      case "none":
        return <Invitation />;
      case "running":
      case "ended":
        return <Report state={state} commands={commands} problem={problem} run={run} />;
      case "refused":
        return (
          <p class="complaint" role="alert">
            {words.run.codeFault[run.why]}
          </p>
        );
      case "cancelled":
        return (
          <p class="hint">
            {run.what === "submit" ? words.run.cancelledSubmission : words.run.cancelled}
          </p>
        );
      case "failed":
        return (
          <FaultNotice
            title={words.faults[run.what]}
            fault={run.fault}
            onTryAgain={run.what === "submit" ? commands.submit : commands.run}
          />
        );
    }
  }
}

function Report(props: RunReportProps) {
  const words = useWords();
  const told = announcement(props.run, words);
  return (
    <Part
      load={loadReport}
      meanwhile={<p class="hint">{words.run.running}</p>}
      failure={`${told} ${words.faults.details}`}
    >
      {({ RunReport }) => <RunReport {...props} />}
    </Part>
  );
}

function Invitation() {
  const { results } = useWords();
  return (
    <div class="invitation">
      <p>{results.invitation}</p>
      <ShortcutList />
    </div>
  );
}
