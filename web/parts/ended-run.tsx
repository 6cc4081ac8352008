import { LANGUAGE_FACTS } from "../service/code-language.js";
import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import { isOfDraft, type RunEnd, type State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { CodeLanguageContext } from "./code-language.js";
import { FaultNotice } from "./fault-notice.js";
import { NextProblem } from "./next-problem.js";
import { OutcomeReport } from "./outcome-report.js";

interface EndedRunProps {
  readonly state: State;
  readonly commands: Commands;
  readonly problem: PageProblem;
  readonly run: Extract<RunEnd, { readonly kind: "ended" }>;
}

/** What came of a run, and whether it is of the code that is there now. */
export function EndedRun({ state, commands, problem, run }: EndedRunProps) {
  const { faults, results } = useWords();
  const { outcome, codeLanguage, fault } = run;
  const isOfLanguage = codeLanguage === state.draft.codeLanguage;
  const old = isOfLanguage
    ? results.isOld
    : results.isOfOtherLanguage(LANGUAGE_FACTS[codeLanguage].name);
  return (
    <CodeLanguageContext.Provider value={codeLanguage}>
      {fault && <FaultNotice title={faults.notSaved} fault={fault} />}
      {!isOfDraft(state, run) && <p class="hint old">{old}</p>}
      <OutcomeReport
        outcome={outcome}
        timeLimitMs={problem.timeLimitMs}
        problem={problem}
        {...(isOfLanguage ? { actions: commands } : {})}
      >
        {outcome.of === "submission" && outcome.status === "ACCEPTED" && (
          <NextProblem state={state} />
        )}
      </OutcomeReport>
    </CodeLanguageContext.Provider>
  );
}
