import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "../../api/domain/language.js";

/** A language that solutions are written in, by the service's name; the page itself has another language. */
export type CodeLanguage = Language;

interface LanguageFacts {
  /** As people call it. */
  readonly name: string;
  readonly fileName: string;
}

export const LANGUAGE_FACTS: Readonly<Record<CodeLanguage, LanguageFacts>> = {
  "python3.12": { name: "Python", fileName: "solution.py" },
  javascript: { name: "JavaScript", fileName: "solution.js" },
};

/** The language that is stored by this name; undefined for one that this page does not know. */
export function findCodeLanguage(name: string | null | undefined): CodeLanguage | undefined {
  return LANGUAGES.find((language) => language === name);
}

/** The language of what is stored by this name; the usual one for what this page does not know. */
export function codeLanguageOf(name: string | null | undefined): CodeLanguage {
  return findCodeLanguage(name) ?? DEFAULT_LANGUAGE;
}

/** Those of a problem in which it can be solved here, at least one. */
export function offeredLanguages(names: readonly string[]): readonly CodeLanguage[] {
  const offered = LANGUAGES.filter((language) => names.includes(language));
  return offered.length > 0 ? offered : [DEFAULT_LANGUAGE];
}
