import { useRef, useState } from "preact/hooks";
import { faultLineOf } from "../results/fault-place.js";
import type { Commands } from "../state/commands.js";
import { isOfDraft, openProblem, type State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { CodeLanguageContext } from "./code-language.js";
import { DraftNotices } from "./draft-notices.js";
import { Editor } from "./editor.js";
import { EditorBar } from "./editor-bar.js";
import { EditorSettings } from "./editor-settings.js";
import { ResultPanel } from "./result-panel.js";
import { RunBar } from "./run-bar.js";
import { Splitter } from "./splitter.js";
import { useKeptNumber } from "./use-kept-number.js";

interface WorkbenchProps {
  readonly state: State;
  readonly commands: Commands;
  readonly isShown: boolean;
  readonly isWide: boolean;
}

/** Where code is written, run and submitted. */
export function Workbench({ state, commands, isShown, isWide }: WorkbenchProps) {
  const words = useWords();
  const problem = openProblem(state);
  const work = useRef<HTMLElement>(null);
  const [fontSize, setFontSize] = useKeptNumber("font", 13.5);
  const [wraps, setWraps] = useKeptNumber("wrap", isWide ? -1 : 1);
  const [code, setCode] = useKeptNumber("code", 38);
  const [searched, setSearched] = useState<object | undefined>(undefined);
  const { codeLanguage } = state.draft;
  return (
    <section
      class="work"
      ref={work}
      tabIndex={-1}
      aria-label={words.views.code}
      hidden={!isShown}
      style={{ "--code": `${code}%` }}
    >
      {problem && (
        <CodeLanguageContext.Provider value={codeLanguage}>
          <EditorBar state={state} commands={commands} problem={problem} isWide={isWide}>
            <EditorSettings
              fontSize={fontSize}
              wraps={wraps === 1}
              onFontSize={setFontSize}
              onWraps={(wanted) => setWraps(wanted ? 1 : -1)}
              onFind={() => setSearched({})}
            />
          </EditorBar>
          <DraftNotices state={state} commands={commands} />
          <p id="code-label" hidden>
            {words.editor.label[codeLanguage]}
          </p>
          <p id="code-hint" hidden>
            {words.editor.leave}
          </p>
          <Editor
            key={`${codeLanguage}/${state.user.sub}/${problem.problemId}`}
            language={codeLanguage}
            code={state.draft.code}
            labelledBy="code-label"
            describedBy="code-hint"
            faultLine={faultLine(state)}
            lookedAt={state.lookedAt}
            searched={searched}
            fontSize={fontSize}
            wraps={wraps === 1}
            phrases={words.editor.phrases}
            onEdit={commands.editCode}
          />
          {isWide && <Splitter between="rows" whole={work} percent={code} onMove={setCode} />}
          <RunBar state={state} commands={commands} problem={problem} />
          <ResultPanel state={state} commands={commands} problem={problem} isWide={isWide} />
        </CodeLanguageContext.Provider>
      )}
    </section>
  );
}

/** Where the code failed first, as long as it is the same. */
function faultLine(state: State): number | undefined {
  const { run } = state;
  if (run.kind !== "ended" || !isOfDraft(state, run)) return undefined;
  const failed = run.outcome.cases.find((one) => faultLineOf(one) !== undefined);
  return failed && faultLineOf(failed);
}
