import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import { openProblem, type State, type View } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { FaultNotice } from "./fault-notice.js";
import { ProblemList } from "./problem-list.js";
import { ProblemStatement } from "./problem-statement.js";
import { SubmissionList } from "./submission-list.js";

interface SidePaneProps {
  readonly state: State;
  readonly commands: Commands;
  readonly view: View;
  readonly isWide: boolean;
}

/** Everything but the code. */
export function SidePane({ state, commands, view, isWide }: SidePaneProps) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled to with keys, too
    <section class="side" tabIndex={0} aria-label={words.views[view]} hidden={view === "code"}>
      {contents()}
    </section>
  );

  function contents() {
    const { problems } = state;
    switch (problems.kind) {
      case "loading":
        return <p class="hint">{words.problems.loading}</p>;
      case "failed":
        return (
          <FaultNotice
            title={words.faults.problems}
            fault={problems.fault}
            onTryAgain={commands.loadProblems}
          />
        );
      case "loaded":
        return loadedContents(problems.value);
    }
  }

  function loadedContents(problems: readonly PageProblem[]) {
    const problem = openProblem(state);
    if (problem === undefined) return <p class="hint">{words.problems.none}</p>;
    switch (view) {
      case "problems":
        return (
          <ProblemList
            problems={problems}
            open={problem}
            progress={state.progress}
            onOpen={() => commands.chooseView("statement")}
          />
        );
      case "statement":
      case "code":
        return <ProblemStatement problem={problem} />;
      case "submissions":
        return (
          <SubmissionList
            history={state.history}
            problems={problems}
            open={problem}
            commands={commands}
            onUse={(code) => {
              commands.replaceCode(code);
              if (!isWide) commands.chooseView("code");
            }}
          />
        );
    }
  }
}
