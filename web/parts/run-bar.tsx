import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { OwnInputs } from "./own-inputs.js";
import { Segments } from "./segments.js";
import { shortcutNames } from "./shortcut-names.js";

interface RunBarProps {
  readonly state: State;
  readonly commands: Commands;
  readonly problem: PageProblem;
}

export function RunBar({ state, commands, problem }: RunBarProps) {
  const words = useWords();
  const shortcuts = shortcutNames();
  const isRunning = state.run.kind === "running";
  const hasExamples = problem.examples.length > 0;
  const runOn = hasExamples ? state.draft.runOn : "own";
  return (
    <div class="run-bar">
      <div class="run-row">
        {hasExamples ? (
          <Segments
            legend={words.run.on}
            options={[
              { value: "examples", text: words.run.examples },
              { value: "own", text: words.run.own },
            ]}
            value={runOn}
            onChoose={commands.chooseRunOn}
          />
        ) : (
          <p class="hint">{words.run.noExamples}</p>
        )}
        <div class="run-buttons">
          <button
            type="button"
            title={shortcuts.run}
            aria-disabled={isRunning}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onClick={() => void commands.run()}
          >
            {words.run.run}
          </button>
          <button
            type="button"
            class="main"
            title={shortcuts.submit}
            aria-disabled={isRunning}
            aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
            onClick={() => void commands.submit()}
          >
            {words.run.submit}
          </button>
        </div>
      </div>
      {runOn === "own" && (
        <OwnInputs
          problem={problem}
          text={state.draft.ownInputs}
          refused={state.refused}
          onEdit={commands.editOwnInputs}
        />
      )}
    </div>
  );
}
