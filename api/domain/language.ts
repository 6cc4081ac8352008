/** The languages that a runner exists for, by the name that is stored. */
export const LANGUAGES = ["python3.12"] as const;

export type Language = (typeof LANGUAGES)[number];

const ALIASES: Readonly<Record<string, Language>> = { python: "python3.12" };

/** The language of that name or alias; undefined when no runner exists for it. */
export function findLanguage(name: string): Language | undefined {
  return (
    LANGUAGES.find((language) => language === name) ??
    (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined)
  );
}
