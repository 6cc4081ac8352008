import type { Language } from "./language.js";

/** An author's program that says whether an answer is right, where no rule could. */
export interface Checker {
  /** Python with a function `check(input, expected, actual)`. */
  readonly source: string;
  /** Whose environments of the executor it runs in: it sees expected outputs, so never a student's. */
  readonly tenantId: string;
}

/** Whatever language the checked code is in. */
export const CHECKER_LANGUAGE: Language = "python3.12";

/** Processor time for one answer. */
export const CHECKER_TIME_LIMIT_MS = 2000;
