import { useLayoutEffect, useRef } from "preact/hooks";
import type { Commands } from "../state/commands.js";
import { openProblem, type State, type View } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { CodeLanguageContext } from "./code-language.js";
import { FaultNotice } from "./fault-notice.js";
import { Part } from "./part.js";
import { ProblemList } from "./problem-list.js";
import { ProblemStatement } from "./problem-statement.js";
import type { SubmissionListProps } from "./submission-list.js";

interface SidePaneProps {
  readonly state: State;
  readonly commands: Commands;
  readonly view: View;
  readonly isWide: boolean;
}

/** Everything but the code. */
export function SidePane({ state, commands, view, isWide }: SidePaneProps) {
  const words = useWords();
  const pane = useBeginningAtTop(state, view);
  return (
    <section
      class="side"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled to with keys, too
      tabIndex={0}
      aria-label={words.views[view]}
      hidden={view === "code"}
    >
      <CodeLanguageContext.Provider value={state.draft.codeLanguage}>
        {contents()}
      </CodeLanguageContext.Provider>
    </section>
  );

  function contents() {
    switch (view) {
      case "problems":
        return <ProblemList state={state} onTryAgain={commands.loadProblems} />;
      case "statement":
      case "code":
        return statement();
      case "submissions":
        return (
          <Submissions
            state={state}
            commands={commands}
            onUse={(code, language) => {
              commands.replaceCode(code, language);
              if (!isWide) commands.chooseView("code");
            }}
          />
        );
    }
  }

  function statement() {
    const { opened, problemId, problems } = state;
    if (problemId === undefined && problems.kind === "failed") {
      return <ProblemList state={state} onTryAgain={commands.loadProblems} />;
    }
    switch (opened.kind) {
      case "loading": {
        const isNone = problems.kind === "loaded" && problemId === undefined;
        return <p class="hint">{isNone ? words.problems.none : words.problems.loadingOne}</p>;
      }
      case "failed":
        return opened.fault.code === "ProblemNotFound" ? (
          <Missing problemId={problemId ?? ""} />
        ) : (
          <FaultNotice
            title={words.faults.problem}
            fault={opened.fault}
            onTryAgain={commands.reloadProblem}
          />
        );
      case "loaded":
        return <ProblemStatement problem={opened.value} />;
    }
  }
}

const loadSubmissions = () => import("./submission-list.js");

/** Come when somebody looks at them. */
function Submissions(props: SubmissionListProps) {
  const { submissions, faults } = useWords();
  return (
    <Part
      load={loadSubmissions}
      meanwhile={<p class="hint">{submissions.loading}</p>}
      failure={faults.submissions}
    >
      {({ SubmissionList }) => <SubmissionList {...props} />}
    </Part>
  );
}

/** What an address leads to that names nothing. */
function Missing({ problemId }: { readonly problemId: string }) {
  const { problems } = useWords();
  return (
    <>
      <h1 tabIndex={-1}>{problems.missing(problemId)}</h1>
      <p>
        <a href="#/">{problems.toList}</a>
      </p>
    </>
  );
}

/** Another view begins at its top; a problem that was opened has the focus on its title. */
function useBeginningAtTop(state: State, view: View) {
  const pane = useRef<HTMLElement>(null);
  const shownId = openProblem(state)?.problemId;
  const last = useRef({ view, shownId });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { view, shownId: shownId ?? before.shownId };
    const isOther = before.shownId !== undefined && before.shownId !== last.current.shownId;
    if (before.view === view && !isOther) return;
    pane.current?.scrollTo(0, 0);
    scrollTo(0, 0);
    // Whoever pressed a button stays there; the entry of a list goes away with it.
    const isLost = document.activeElement === document.body;
    if (view === "statement" && (isOther || isLost)) {
      pane.current?.querySelector("h1")?.focus({ preventScroll: true });
    }
  }, [view, shownId]);
  return pane;
}
