import type { ComponentChildren } from "preact";
import { LANGUAGE_FACTS } from "../service/code-language.js";
import type { PageProblem } from "../service/page-problem.js";
import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";

interface EditorBarProps {
  readonly state: State;
  readonly commands: Commands;
  readonly problem: PageProblem;
  readonly isWide: boolean;
  readonly children: ComponentChildren;
}

/** What stands above the editor. */
export function EditorBar({ state, commands, problem, isWide, children }: EditorBarProps) {
  const { editor } = useWords();
  const { code, codeLanguage, replaced } = state.draft;
  const startCode = problem.startCodes[codeLanguage];
  return (
    <div class="editor-bar">
      {isWide ? (
        <span class="file">{LANGUAGE_FACTS[codeLanguage].fileName}</span>
      ) : (
        <h1>{problem.title[state.language]}</h1>
      )}
      <div class="editor-changes">
        {replaced !== undefined && (
          <Change
            name={editor.bringBack}
            drawing="M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7"
            onClick={() => commands.bringCodeBack()}
          />
        )}
        <Change
          name={editor.reset}
          drawing="M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.7M13.5 2.2v3.5H10"
          disabled={code === startCode}
          onClick={() => commands.replaceCode(startCode, codeLanguage)}
        />
      </div>
      <div class="editor-tools">
        <LanguageSwitch state={state} commands={commands} problem={problem} />
        {children}
      </div>
    </div>
  );
}

interface ChangeProps {
  readonly name: string;
  readonly drawing: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** Puts other code in the place of what is written; a drawing where there is no room for its name. */
function Change({ name, drawing, ...others }: ChangeProps) {
  return (
    <button type="button" class="quiet change" title={name} {...others}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={drawing} />
      </svg>
      <span>{name}</span>
    </button>
  );
}

type LanguageSwitchProps = Pick<EditorBarProps, "state" | "commands" | "problem">;

function LanguageSwitch({ state, commands, problem }: LanguageSwitchProps) {
  const { editor } = useWords();
  const { codeLanguage } = state.draft;
  const { languages } = problem;
  if (languages.length === 1) return <span class="hint">{LANGUAGE_FACTS[codeLanguage].name}</span>;
  return (
    <select
      class="language-switch"
      aria-label={editor.language}
      value={codeLanguage}
      onChange={({ currentTarget }) => {
        const chosen = languages.find((one) => one === currentTarget.value);
        if (chosen !== undefined) commands.chooseCodeLanguage(chosen);
      }}
    >
      {languages.map((one) => (
        <option key={one} value={one}>
          {LANGUAGE_FACTS[one].name}
        </option>
      ))}
    </select>
  );
}
