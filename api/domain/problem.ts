import type { Calling } from "./entry.js";
import type { ExactJson, JsonText } from "./json.js";
import type { Judge } from "./judge.js";

export interface TestCase {
  /** Exactly the text that the problem's author wrote. */
  readonly input: JsonText;
  readonly expectedOutput: ExactJson;
}

export interface Problem {
  readonly problemId: string;
  readonly title: string;
  readonly titleTranslated: string;
  readonly timeLimitMs: number;
  readonly calling: Calling;
  readonly judge: Judge;
  /** Settings of the item that were not usable and what was taken instead, for the log. */
  readonly warnings: readonly string[];
  readonly testCases: readonly TestCase[];
  /** Why the problem cannot be graded, as a sentence for the student; then there are no cases. */
  readonly fault: string | null;
}

/** More cases would not fit a stored submission of 400 KB, even with every output cut. */
export const MAX_TEST_CASES = 2500;

/** The wall time of a run without a problem, and of one whose problem does not say. */
export const DEFAULT_TIME_LIMIT_MS = 2000;
