import type { Problem } from "./problem.js";

/** What a problem's author tells who is to solve it. */
export interface Statement {
  /** Markdown. */
  readonly description: string;
  readonly descriptionTranslated: string;
  readonly starterCode: string;
  readonly difficulty: string | null;
  readonly tags: readonly string[];
  /** The languages that it is meant for; null where its author does not say. */
  readonly languages: readonly string[] | null;
}

/** A problem with its statement. */
export interface StatedProblem extends Problem {
  readonly statement: Statement;
}
