import type { CodeEditorProps } from "../editor/code-editor.js";
import { LANGUAGE_MODES } from "../editor/language-modes.js";
import type { CodeLanguage } from "../service/code-language.js";
import { useLoaded } from "./use-loaded.js";

const LOADERS = {
  "python3.12": () => loadEditor("python3.12"),
  javascript: () => loadEditor("javascript"),
} satisfies Record<CodeLanguage, unknown>;

async function loadEditor(language: CodeLanguage) {
  const [mode, { CodeEditor }] = await Promise.all([
    LANGUAGE_MODES[language](),
    import("../editor/code-editor.js"),
  ]);
  return { mode, CodeEditor };
}

interface EditorProps extends Omit<CodeEditorProps, "mode"> {
  readonly language: CodeLanguage;
}

/** The editor, which comes after the rest of the page; until then its place is kept. */
export function Editor({ language, ...props }: EditorProps) {
  const loaded = useLoaded(LOADERS[language]);
  if (loaded === undefined) return <div class="editor" />;
  return <loaded.CodeEditor mode={loaded.mode} {...props} />;
}
