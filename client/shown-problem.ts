import type { Problem, WholeProblem } from "./answers.js";

/** A problem as students see it: what only staff sees is not there. */
export interface StudentProblem extends Problem {
  readonly testCases?: undefined;
  readonly checker?: undefined;
  readonly testSetHash?: undefined;
  readonly warnings?: undefined;
}

/** What the caller may see of a problem: with `testCases` it is the whole of it. */
export type ShownProblem = WholeProblem | StudentProblem;
