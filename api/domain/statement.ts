import type { Language } from "./language.js";
import type { Problem } from "./problem.js";

/** What a problem's author tells who is to solve it. */
export interface Statement {
  /** Markdown. */
  readonly description: string;
  readonly descriptionTranslated: string;
  readonly starterCodes: StarterCodes;
  readonly difficulty: string | null;
  readonly tags: readonly string[];
}

/** What an editor begins with, in the languages that its author has written it in. */
export type StarterCodes = Readonly<Partial<Record<Language, string>>>;

/** A problem with its statement. */
export interface StatedProblem extends Problem {
  readonly statement: Statement;
}
