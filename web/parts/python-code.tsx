import { useMemo } from "preact/hooks";
import { useWords } from "../words/speech.js";
import { useLoaded } from "./use-loaded.js";

const loadColours = () => import("./highlight-python.js");

/** Code to look at, in the colours of the editor as soon as those are there. */
export function PythonCode({ code }: { readonly code: string }) {
  const { views } = useWords();
  const colours = useLoaded(loadColours);
  const shown = useMemo(() => colours?.highlightPython(code) ?? code, [code, colours]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to, with keys too
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class="python" role="group" aria-label={views.code} tabIndex={0}>
      <pre>
        <code>{shown}</code>
      </pre>
    </div>
  );
}
