import type { Reason } from "../../api/domain/verdict.js";
import { faultLineOf } from "../results/fault-place.js";
import { readStderr } from "../results/read-stderr.js";
import { isFailed, type ShownCase } from "../results/shown-case.js";
import type { CodeLanguage } from "../service/code-language.js";
import { useWords, type Words } from "../words/speech.js";
import { useCodeLanguage } from "./code-language.js";
import { FaultLine } from "./fault-line.js";

interface CaseExplanationProps {
  readonly one: ShownCase;
  readonly onLine: ((line: number) => void) | undefined;
}

/** Reasons to which the language's own message adds something. */
const SAY_LITTLE: ReadonlySet<Reason> = new Set([
  "EXCEPTION",
  "COMPILE_ERROR",
  "BAD_RETURN_VALUE",
  "NO_ENTRY_FUNCTION",
]);

/** Why a case ended as it did, in words. */
export function CaseExplanation({ one, onLine }: CaseExplanationProps) {
  const words = useWords();
  const language = useCodeLanguage();
  const error = ownWords(one);
  // The error itself says it better.
  const reason = one.reason === "EXCEPTION" && error !== "" ? undefined : one.reason;
  const hint = missingAnswer(one, language, words.results);
  return (
    <>
      {reason && <p class="case-reason">{words.reason[reason]}</p>}
      {one.message && <p class="case-reason">{one.message}</p>}
      {error && <FaultLine error={error} line={faultLineOf(one)} onLine={onLine} />}
      {hint && <p class="case-reason">{hint}</p>}
    </>
  );
}

function ownWords(one: ShownCase): string {
  if (!isFailed(one) || one.reason === undefined || !SAY_LITTLE.has(one.reason)) return "";
  return one.error ?? readStderr(one.stderr).error;
}

/** What a beginner may have forgotten. */
function missingAnswer(
  one: ShownCase,
  language: CodeLanguage,
  results: Words["results"],
): string | undefined {
  if (one.status !== "WRONG_ANSWER" || one.values === undefined) return undefined;
  const { notation, expected, returned } = one.values;
  if (notation === "text")
    return returned?.trim() === "" ? results.printedNothing[language] : undefined;
  return returned === "null" && expected !== "null" ? results.returnedNothing[language] : undefined;
}
