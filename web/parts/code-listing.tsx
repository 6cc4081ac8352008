import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { LANGUAGE_MODES } from "../editor/language-modes.js";
import type { CodeLanguage } from "../service/code-language.js";
import { useWords } from "../words/speech.js";
import { useLoaded } from "./use-loaded.js";

type Colour = (code: string) => ComponentChildren;

const COLOURS: Readonly<Record<CodeLanguage, () => Promise<Colour>>> = {
  "python3.12": () => loadColours("python3.12"),
  javascript: () => loadColours("javascript"),
};

async function loadColours(language: CodeLanguage): Promise<Colour> {
  const [mode, { highlightCode }] = await Promise.all([
    LANGUAGE_MODES[language](),
    import("../editor/highlight-code.js"),
  ]);
  return (code) => highlightCode(code, mode);
}

interface CodeListingProps {
  readonly code: string;
  readonly language: CodeLanguage;
}

/** Code to look at, in the colours of the editor as soon as those are there. */
export function CodeListing({ code, language }: CodeListingProps) {
  const { views } = useWords();
  // Without its colours it can be read as well.
  const [loaded] = useLoaded(COLOURS[language]);
  const colour = loaded.kind === "loaded" ? loaded.value : undefined;
  const shown = useMemo(() => colour?.(code) ?? code, [code, colour]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to, with keys too
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class="listing" role="group" aria-label={views.code} tabIndex={0}>
      <pre>
        <code>{shown}</code>
      </pre>
    </div>
  );
}
