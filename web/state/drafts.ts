import { DEFAULT_LANGUAGE } from "../../api/domain/language.js";
import { type CodeLanguage, findCodeLanguage } from "../service/code-language.js";
import type { PageProblem } from "../service/page-problem.js";
import { writtenProgramInputs } from "../service/program-inputs.js";
import type { User } from "../session/session.js";
import { keep, readKept } from "./kept.js";
import type { Draft } from "./state.js";

/** What the browser had no room for: it is here until the page is left. */
const unkept = new Map<string, string | undefined>();

/** Under what name a draft's code is kept; that of the usual language is where it always was. */
export function codeName(user: User, problem: PageProblem, language: CodeLanguage): string {
  return nameOf("code", user, problem, language);
}

function nameOf(what: string, { sub }: User, { problemId }: PageProblem, language?: CodeLanguage) {
  const isUsual = language === undefined || language === "python3.12";
  return `${what}/${isUsual ? "" : `${language}/`}${sub}/${problemId}`;
}

/** What this user has written for the problem so far; in the language that was chosen last, unless told otherwise. */
export function readDraft(
  user: User,
  problem: PageProblem,
  codeLanguage = chosenLanguage(user, problem),
): Draft {
  return {
    codeLanguage,
    code: readCode(user, problem, codeLanguage) ?? problem.startCodes[codeLanguage],
    ownInputs: readText(nameOf("inputs", user, problem)) ?? firstInputs(problem),
    runOn: readText(nameOf("runOn", user, problem)) === "own" ? "own" : "examples",
    replaced: readText(nameOf("replaced", user, problem, codeLanguage)),
  };
}

/** The code as it is kept; undefined where nothing is written. */
export function readCode(
  user: User,
  problem: PageProblem,
  language: CodeLanguage,
): string | undefined {
  return readText(codeName(user, problem, language));
}

/** The one in which this problem was worked on, else the one that the user chose last. */
function chosenLanguage(user: User, problem: PageProblem): CodeLanguage {
  const { languages } = problem;
  const names = [nameOf("codeLanguage", user, problem), `codeLanguage/${user.sub}`];
  const chosen = names
    .map((name) => findCodeLanguage(readText(name)))
    .find((language) => language !== undefined && languages.includes(language));
  return chosen ?? languages[0] ?? DEFAULT_LANGUAGE;
}

/** Remembers the language: for problems that are not begun, and for this one where it is. */
export function keepCodeLanguage(user: User, problem: PageProblem, language: CodeLanguage): void {
  keepText(`codeLanguage/${user.sub}`, language);
  const isBegun = problem.languages.some((one) => readCode(user, problem, one) !== undefined);
  if (isBegun) keepText(nameOf("codeLanguage", user, problem), language);
}

/**
 * Keeps what is no longer as it was, all of it where that is undefined; the rest may have been changed elsewhere.
 *
 * @returns whether all that was ever written here would be there after a reload
 */
export function keepDraft(
  user: User,
  problem: PageProblem,
  before: Draft | undefined,
  after: Draft,
): boolean {
  const textsOf = ({ codeLanguage, code, replaced, runOn, ownInputs }: Draft) => ({
    [codeName(user, problem, codeLanguage)]:
      code === problem.startCodes[codeLanguage] ? undefined : code,
    [nameOf("replaced", user, problem, codeLanguage)]: replaced,
    [nameOf("runOn", user, problem)]: runOn === "own" ? runOn : undefined,
    [nameOf("inputs", user, problem)]: ownInputs === firstInputs(problem) ? undefined : ownInputs,
  });
  const old = before === undefined ? {} : textsOf(before);
  const texts = Object.entries(textsOf(after)).filter(([name, text]) => text !== old[name]);
  for (const [name, text] of texts) keepText(name, text);
  if (after.code !== before?.code) {
    keepText(nameOf("codeLanguage", user, problem), after.codeLanguage);
  }
  return keepTheRest();
}

/** Tries once more with what there was no room for. */
function keepTheRest(): boolean {
  for (const [name, text] of unkept) keepText(name, text);
  return unkept.size === 0;
}

function keepText(name: string, text: string | undefined): void {
  if (keep(name, text)) unkept.delete(name);
  else unkept.set(name, text);
}

function readText(name: string): string | undefined {
  return unkept.has(name) ? unkept.get(name) : readKept(name);
}

function firstInputs({ examples, calling }: PageProblem): string {
  const inputs = examples.map(({ input }) => input);
  return calling.io === "stdio" ? writtenProgramInputs(inputs) : inputs.join("\n");
}
