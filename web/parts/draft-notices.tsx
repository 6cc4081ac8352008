import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";

interface DraftNoticesProps {
  readonly state: State;
  readonly commands: Commands;
}

/** What endangers the code that is being written. */
export function DraftNotices({ state, commands }: DraftNoticesProps) {
  const { editor } = useWords();
  return (
    <>
      {!state.isDraftKept && (
        <p class="complaint draft-notice" role="alert">
          {editor.notKept}
        </p>
      )}
      {state.codeElsewhere !== undefined && (
        <div class="draft-notice" role="alert">
          <p>{editor.keptElsewhere}</p>
          <button type="button" class="link" onClick={() => commands.chooseTab("other")}>
            {editor.showElsewhere}
          </button>
          <button type="button" class="link" onClick={() => commands.chooseTab("this")}>
            {editor.keepThis}
          </button>
        </div>
      )}
    </>
  );
}
