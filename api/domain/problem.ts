import type { Checker } from "./checker.js";
import type { Calling } from "./entry.js";
import type { ExactJson, JsonText } from "./json.js";
import type { Judge } from "./judge.js";
import type { Language } from "./language.js";
import type { Group, Weight } from "./scoring.js";
import type { Visibility } from "./visibility.js";

export interface TestCase extends Weight {
  /** Exactly the text that the problem's author wrote. */
  readonly input: JsonText;
  readonly expectedOutput: ExactJson;
  /** The same as its author wrote it. */
  readonly expectedText: JsonText;
  readonly name: string | null;
  readonly visibility: Visibility;
}

export interface Problem {
  readonly problemId: string;
  readonly title: string;
  readonly titleTranslated: string;
  readonly timeLimitMs: number;
  /** The ones that it may be solved in; none where what its author says of them is not usable. */
  readonly languages: readonly Language[];
  readonly calling: Calling;
  readonly judge: Judge;
  /** Its author's program, where that judges. */
  readonly checker: Checker | null;
  /** Settings of the item that were not usable and what was taken instead, for the log. */
  readonly warnings: readonly string[];
  readonly testCases: readonly TestCase[];
  readonly groups: readonly Group[];
  /** Stands for everything that a verdict or a score depends on; null for an unusable problem. */
  readonly testSetHash: string | null;
  /** Why the problem cannot be graded, as a sentence for the student; then there are no cases. */
  readonly fault: string | null;
}

/** More cases would not fit a stored submission of 400 KB, even with every output cut. */
export const MAX_TEST_CASES = 2500;

/** The longest that the name of a case and the id of a group can be, in characters. */
export const MAX_LABEL = 100;

/** The wall time of a run without a problem, and of one whose problem does not say. */
export const DEFAULT_TIME_LIMIT_MS = 2000;
