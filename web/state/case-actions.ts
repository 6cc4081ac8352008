import type { ShownValues } from "../results/shown-case.js";

/** What can be done from a case with the code and the inputs that are being worked on. */
export interface CaseActions {
  /** Shows a line of the code. */
  goToLine(line: number): void;
  /** Takes a case over among one's own inputs, with what is expected of it. */
  takeOver(values: ShownValues): void;
}
