import { VisibleError } from "../domain/errors.js";
import { DEFAULT_LANGUAGE, findLanguage, type Language } from "../domain/language.js";

/**
 * The language that a caller names, Python where none is named.
 *
 * @throws VisibleError InvalidInput listing what is offered, when that language is not
 */
export function requireLanguage(
  name: string | null | undefined,
  offered: readonly Language[],
): Language {
  const language = findLanguage(name ?? DEFAULT_LANGUAGE);
  if (language !== undefined && offered.includes(language)) return language;
  const unknown = JSON.stringify(name?.slice(0, 100));
  const sentence = `there is no runner for ${unknown}; there is: ${offered.join(", ")}`;
  throw new VisibleError("InvalidInput", `Invalid input: language: ${sentence}`);
}
