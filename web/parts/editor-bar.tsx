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
      <div class="editor-tools">
        <LanguageSwitch state={state} commands={commands} problem={problem} />
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
          onClick={() => commands.replaceCode(startCode, codeLanguage)}
        >
          {editor.reset}
        </button>
      </div>
    </div>
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
