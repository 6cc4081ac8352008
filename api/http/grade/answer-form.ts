import type { JsonText } from "../../domain/json.js";
import type { CaseEvent } from "./work.js";

/** How what comes of a piece of work is written. */
export interface AnswerForm<Case extends CaseEvent, Result> {
  /** The whole answer, a JSON object. */
  answerText(result: Result): JsonText;
  /** One case, an object too, cut where it would be longer; undefined where the whole must be too large. */
  caseText(one: Case, mostBytes: number): JsonText | undefined;
  /** What the last line of a live answer is called. */
  readonly lastEvent: "graded" | "ran";
}
