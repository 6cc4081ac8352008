import type { LanguageSupport } from "@codemirror/language";
import type { Extension } from "@codemirror/state";

/** What an editor and a listing have to know of a language. */
export interface LanguageMode {
  readonly support: LanguageSupport;
  /** As its people indent. */
  readonly indent: string;
  /** What helps while one writes: a part of the script of its own, too. */
  readonly loadAssistance: () => Promise<Extension>;
}
