import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { faultLineOf } from "../results/fault-place.js";
import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import { openProblem, type State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import type { CodeEditorProps } from "./code-editor.js";
import { EditorSettings } from "./editor-settings.js";
import { ResultPanel } from "./result-panel.js";
import { RunBar } from "./run-bar.js";
import { Splitter } from "./splitter.js";
import { useKeptNumber } from "./use-kept-number.js";
import { useLoaded } from "./use-loaded.js";

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
        <>
          <EditorBar state={state} commands={commands} problem={problem} isWide={isWide}>
            <EditorSettings
              fontSize={fontSize}
              wraps={wraps === 1}
              onFontSize={setFontSize}
              onWraps={(wanted) => setWraps(wanted ? 1 : -1)}
            />
          </EditorBar>
          {!state.isDraftKept && (
            <p class="complaint unkept" role="alert">
              {words.editor.notKept}
            </p>
          )}
          <p id="code-label" hidden>
            {words.editor.label}
          </p>
          <p id="code-hint" hidden>
            {words.editor.leave}
          </p>
          <Editor
            key={`${state.user.sub}/${problem.problemId}`}
            code={state.draft.code}
            labelledBy="code-label"
            describedBy="code-hint"
            faultLine={faultLine(state)}
            lookedAt={state.lookedAt}
            fontSize={fontSize}
            wraps={wraps === 1}
            onEdit={commands.editCode}
          />
          {isWide && <Splitter between="rows" whole={work} percent={code} onMove={setCode} />}
          <RunBar state={state} commands={commands} problem={problem} />
          <ResultPanel state={state} commands={commands} problem={problem} isWide={isWide} />
        </>
      )}
    </section>
  );
}

const loadEditor = () => import("./code-editor.js");

/** The editor, which comes after the rest of the page; until then its place is kept. */
function Editor(props: CodeEditorProps) {
  const loaded = useLoaded(loadEditor);
  return loaded === undefined ? <div class="editor" /> : <loaded.CodeEditor {...props} />;
}

/** Where the code failed first, as long as it is the same. */
function faultLine({ run, draft }: State): number | undefined {
  if (run.kind !== "ended" || run.code !== draft.code) return undefined;
  const failed = run.outcome.cases.find((one) => faultLineOf(one) !== undefined);
  return failed && faultLineOf(failed);
}

interface EditorBarProps {
  readonly state: State;
  readonly commands: Commands;
  readonly problem: PageProblem;
  readonly isWide: boolean;
  readonly children: ComponentChildren;
}

function EditorBar({ state, commands, problem, isWide, children }: EditorBarProps) {
  const { editor } = useWords();
  const { startCode, title } = problem;
  const { code, replaced } = state.draft;
  return (
    <div class="editor-bar">
      {isWide ? <span class="file">solution.py</span> : <h1>{title[state.language]}</h1>}
      <span class="hint">Python</span>
      {children}
      {replaced !== undefined && (
        <button type="button" class="quiet" onClick={() => commands.bringCodeBack()}>
          {editor.bringBack}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        disabled={code === startCode}
        onClick={() => commands.replaceCode(startCode)}
      >
        {editor.reset}
      </button>
    </div>
  );
}
