/** The languages that solutions are written in, by the service's names; the first is the usual one. */
export const CODE_LANGUAGES = ["python3.12", "javascript"] as const;

export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

interface LanguageFacts {
  /** As people call it. */
  readonly name: string;
  readonly fileName: string;
}

export const LANGUAGE_FACTS: Readonly<Record<CodeLanguage, LanguageFacts>> = {
  "python3.12": { name: "Python", fileName: "solution.py" },
  javascript: { name: "JavaScript", fileName: "solution.js" },
};

/** The language that the service calls so; undefined for one that this page does not know. */
export function findCodeLanguage(name: string | null | undefined): CodeLanguage | undefined {
  return CODE_LANGUAGES.find((language) => language === name);
}

/** Those of a problem in which it can be solved here, at least one. */
export function offeredLanguages(names: readonly string[] | null): readonly CodeLanguage[] {
  const offered = CODE_LANGUAGES.filter((language) => names?.includes(language));
  return offered.length > 0 ? offered : [CODE_LANGUAGES[0]];
}
