/** The languages that code can be in, by the name that is stored and answered; the first is the usual one. */
export const LANGUAGES = ["python3.12", "javascript"] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = LANGUAGES[0];

const ALIASES: Readonly<Record<string, Language>> = {
  python: "python3.12",
  nodejs24: "javascript",
};

/** The language of that name or alias; undefined when there is none. */
export function findLanguage(name: string): Language | undefined {
  return (
    LANGUAGES.find((language) => language === name) ??
    (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined)
  );
}

/** Those of the languages that are offered too. */
export function inCommon(
  languages: readonly Language[],
  offered: readonly Language[],
): readonly Language[] {
  return languages.filter((language) => offered.includes(language));
}
