import type { Reason } from "../../api/domain/verdict.js";
import { faultLineOf } from "../results/fault-place.js";
import { readStderr } from "../results/read-stderr.js";
import { isFailed, type ShownCase } from "../results/shown-case.js";
import { useWords, type Words } from "../words/speech.js";
import { FaultLine } from "./fault-line.js";

interface CaseExplanationProps {
  readonly one: ShownCase;
  readonly onLine: ((line: number) => void) | undefined;
}

/** Reasons to which Python's own message adds something. */
const SAY_LITTLE: ReadonlySet<Reason> = new Set([
  "EXCEPTION",
  "COMPILE_ERROR",
  "BAD_RETURN_VALUE",
  "NO_ENTRY_FUNCTION",
]);

/** Why a case ended as it did, in words. */
export function CaseExplanation({ one, onLine }: CaseExplanationProps) {
  const words = useWords();
  const error = pythonsWords(one);
  // The error itself says it better.
  const reason = one.reason === "EXCEPTION" && error !== "" ? undefined : one.reason;
  const hint = missingAnswer(one, words.results);
  return (
    <>
      {reason && <p class="case-reason">{words.reason[reason]}</p>}
      {one.message && <p class="case-reason">{one.message}</p>}
      {error && <FaultLine error={error} line={faultLineOf(one)} onLine={onLine} />}
      {hint && <p class="case-reason">{hint}</p>}
    </>
  );
}

function pythonsWords(one: ShownCase): string {
  if (!isFailed(one) || one.reason === undefined || !SAY_LITTLE.has(one.reason)) return "";
  return one.error ?? readStderr(one.stderr).error;
}

/** What a beginner may have forgotten. */
function missingAnswer(one: ShownCase, results: Words["results"]): string | undefined {
  if (one.status !== "WRONG_ANSWER" || one.values === undefined) return undefined;
  const { notation, expected, returned } = one.values;
  if (notation === "text") return returned?.trim() === "" ? results.printedNothing : undefined;
  return returned === "null" && expected !== "null" ? results.returnedNone : undefined;
}
