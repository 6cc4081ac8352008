import type { CompletionSource } from "@codemirror/autocomplete";
import type { LanguageSupport } from "@codemirror/language";

/** What an editor and a listing have to know of a language. */
export interface LanguageMode {
  readonly support: LanguageSupport;
  /** As its people indent. */
  readonly indent: string;
  /** What can be written, beside what the support knows and what stands in the document. */
  readonly completions: readonly CompletionSource[];
}
