import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { useWords } from "../words/speech.js";

/** Code to look at, in the colours of the editor. */
export function PythonCode({ code }: { readonly code: string }) {
  const { views } = useWords();
  const highlighted = useMemo(() => highlight(code), [code]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to, with keys too
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class="python" role="group" aria-label={views.code} tabIndex={0}>
      <pre>
        <code>{highlighted}</code>
      </pre>
    </div>
  );
}

function highlight(code: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  highlightCode(
    code,
    pythonLanguage.parser.parse(code),
    classHighlighter,
    (text, classes) => parts.push(classes === "" ? text : <span class={classes}>{text}</span>),
    () => parts.push("\n"),
  );
  return parts;
}
