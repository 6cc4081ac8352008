import type { CompletionSource } from "@codemirror/autocomplete";
import type { LanguageSupport } from "@codemirror/language";
import type { CodeLanguage } from "../service/code-language.js";

/** What an editor and a listing have to know of a language. */
export interface LanguageMode {
  readonly support: LanguageSupport;
  /** As its people indent. */
  readonly indent: string;
  /** What can be written, beside what the support knows and what stands in the document. */
  readonly completions: readonly CompletionSource[];
}

/** Each is a part of the script of its own. */
export const LANGUAGE_MODES: Readonly<Record<CodeLanguage, () => Promise<LanguageMode>>> = {
  "python3.12": async () => (await import("./python-mode.js")).pythonMode,
  javascript: async () => (await import("./javascript-mode.js")).javascriptMode,
};
