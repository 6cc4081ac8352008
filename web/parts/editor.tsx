import { useState } from "preact/hooks";
import type { CodeEditorProps } from "../editor/code-editor.js";
import { LANGUAGE_MODES } from "../editor/language-modes.js";
import type { Missing } from "../editor/missing.js";
import type { CodeLanguage } from "../service/code-language.js";
import { useWords } from "../words/speech.js";
import { MissingNotice } from "./missing-notice.js";
import { Part } from "./part.js";
import { prefetchVerdictParts } from "./verdict-parts.js";

const LOADERS = {
  "python3.12": () => loadEditor("python3.12"),
  javascript: () => loadEditor("javascript"),
} satisfies Record<CodeLanguage, unknown>;

async function loadEditor(language: CodeLanguage) {
  const [mode, { CodeEditor }] = await Promise.all([
    LANGUAGE_MODES[language](),
    import("../editor/code-editor.js"),
  ]);
  prefetchVerdictParts();
  return { mode, CodeEditor };
}

interface EditorProps extends Omit<CodeEditorProps, "mode" | "onMissing"> {
  readonly language: CodeLanguage;
}

/** The editor, which comes after the rest of the page; until then its place is kept. */
export function Editor({ language, ...props }: EditorProps) {
  const { editor } = useWords();
  const [missing, setMissing] = useState<Missing | undefined>(undefined);
  return (
    <>
      {missing && (
        <MissingNotice sentence={editor.missing[missing.what]} onTryAgain={missing.tryAgain} />
      )}
      <Part load={LOADERS[language]} meanwhile={<div class="editor" />} failure={editor.notLoaded}>
        {({ mode, CodeEditor }) => <CodeEditor mode={mode} {...props} onMissing={setMissing} />}
      </Part>
    </>
  );
}
