import { VisibleError } from "../domain/errors.js";
import type { Language } from "../domain/language.js";
import type { Problem } from "../domain/problem.js";

/** @throws VisibleError InvalidInput when a problem that can be used is not to be solved in that language */
export function requireLanguage({ fault, languages }: Problem, language: Language): void {
  if (fault !== null || languages.includes(language)) return;
  const sentence = `this problem cannot be solved in ${language}; it can in: ${languages.join(", ")}`;
  throw new VisibleError("InvalidInput", `Invalid input: language: ${sentence}`);
}
