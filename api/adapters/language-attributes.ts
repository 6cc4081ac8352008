import { isObject } from "../domain/json.js";
import { findLanguage, LANGUAGES, type Language } from "../domain/language.js";
import type { StarterCodes } from "../domain/statement.js";
import { requireOneOf } from "./require-one-of.js";
import { UnusableProblem } from "./unusable-problem.js";

/**
 * The languages that an author allows, from a list, a set or one alone: all where they do not say. A
 * name that is not known must not count as all.
 *
 * @throws UnusableProblem
 */
export function readLanguages(attribute: unknown): readonly Language[] {
  if (attribute === undefined || attribute === null) return LANGUAGES;
  const names = attribute instanceof Set ? [...attribute] : [attribute].flat();
  const allowed = names.map((name) => requireOneOf(LANGUAGES, stored(name), SUBJECT));
  if (allowed.length === 0)
    throw new UnusableProblem(`${SUBJECT} are none: it could not be solved.`);
  return LANGUAGES.filter((language) => allowed.includes(language));
}

const SUBJECT = "The languages of this problem";

const stored = (name: unknown) => (typeof name === "string" ? (findLanguage(name) ?? name) : name);

/** What an editor begins with: texts by language, or one text, which is of the first allowed language. */
export function readStarterCodes(attribute: unknown, allowed: readonly Language[]): StarterCodes {
  const [first] = allowed;
  if (typeof attribute === "string") return first === undefined ? {} : { [first]: attribute };
  const codes = Object.entries(isObject(attribute) ? attribute : {}).flatMap(([name, code]) => {
    const language = findLanguage(name);
    return language !== undefined && typeof code === "string" ? [[language, code] as const] : [];
  });
  return Object.fromEntries(codes);
}
