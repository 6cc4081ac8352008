import type { Told } from "../support/http/expect-contract-answer.js";
import type { Student } from "../support/http/grader-client.js";
import { lostCases, lostRuns } from "./exam.js";

/**
 * Which cases the student was told about: "answered", "answered without 3" or the code of an error.
 * Fails on a verdict that is wrong or another student's.
 */
export function outcomeOf(told: Told, student: Student): string {
  switch (told.kind) {
    case "graded":
      return answeredWithout(lostCases(told.graded, student));
    case "ran":
      return answeredWithout(lostRuns(told.customTests, student));
    case "refused":
      if (told.result !== undefined) lostCases(told.result, student);
      return told.code;
  }
}

function answeredWithout(lost: readonly number[]): string {
  return lost.length === 0 ? "answered" : `answered without ${lost.join(", ")}`;
}
