import type { CaseOutcome, Execution } from "./execution.js";
import { faultLine } from "./fault-line.js";
import { type ExactJson, isJsonObject, JsonNumber, type JsonText, parseExactJson } from "./json.js";
import { firstCodePoints } from "./text.js";

/** What a checker made of one answer. */
export type CheckResult =
  /** From 0 to 1, where 1 is right; the message is for the student. */
  | { readonly kind: "scored"; readonly score: number; readonly message: string | null }
  /** No fault of the student's; the fault is the author's to know. */
  | {
      readonly kind: "failed";
      readonly reason: "CHECKER_ERROR" | "DEADLINE";
      readonly fault: string;
    };

const LONGEST_MESSAGE = 500;

/**
 * Reads what became of a run of the checker.
 *
 * @param lastLine the last line of its source, below which nothing is its author's
 */
export function readCheckResult(outcome: CaseOutcome, lastLine: number): CheckResult {
  if (outcome.kind === "executed") {
    const { execution } = outcome;
    const scored = execution.isSuccessful ? readScore(execution.returnValue) : undefined;
    return scored ?? checkerError(faultOf(execution, lastLine));
  }
  if (outcome.kind === "deadline") {
    return { kind: "failed", reason: "DEADLINE", fault: "the deadline came before it was checked" };
  }
  if (outcome.kind === "notRun") return checkerError("not run after ten other cases' time-outs");
  const { errorType, errorMessage } = outcome.failure;
  return checkerError(`${errorType}: ${errorMessage}`);
}

function checkerError(fault: string): CheckResult {
  return { kind: "failed", reason: "CHECKER_ERROR", fault };
}

function faultOf(
  { isSuccessful, returnValue, stderr, reason }: Execution,
  lastLine: number,
): string {
  if (!isSuccessful)
    return `${reason}: ${faultLine(stderr, lastLine) ?? "it ended without a word"}`;
  const returned = firstCodePoints(returnValue, 100);
  return `check returned ${returned}: neither a bool, nor a number from 0 to 1, nor {"score", "message"}`;
}

/** Undefined for what is no answer of a checker. */
function readScore(returned: JsonText): CheckResult | undefined {
  const value = parseExactJson(returned);
  const answer = isJsonObject(value) ? value : { score: value };
  const score = scoreOf(answer.score ?? null);
  const message = answer.message ?? null;
  if (score === undefined || (message !== null && typeof message !== "string")) return undefined;
  const shown = message === null ? null : firstCodePoints(message, LONGEST_MESSAGE);
  return { kind: "scored", score, message: shown === "" ? null : shown };
}

function scoreOf(value: ExactJson): number | undefined {
  const isNumber = typeof value === "number" || value instanceof JsonNumber;
  if (typeof value !== "boolean" && !isNumber) return undefined;
  const score = Number(value instanceof JsonNumber ? value.source : value);
  return score >= 0 && score <= 1 ? score : undefined;
}
