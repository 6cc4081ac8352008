import type { Reason } from "../../api/domain/verdict.js";
import { MEMORY_LIMIT_KB } from "../results/memory-limit.js";
import type { Outcome } from "../results/outcome.js";
import { readStderr } from "../results/read-stderr.js";
import { isFailed, type ShownCase } from "../results/shown-case.js";
import { writtenMemory, writtenTime } from "../words/quantities.js";
import { useWords } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { CaseValues } from "./case-values.js";
import { Folded } from "./folded.js";
import { StatusIcon } from "./status-icon.js";
import { Usage } from "./usage.js";

interface CaseReportProps {
  readonly of: Outcome["of"];
  readonly one: ShownCase;
  readonly timeLimitMs: number;
  /** Whether its details begin unfolded. */
  readonly isOpen: boolean;
}

/** Reasons to which Python's own message adds something. */
const SAY_LITTLE: ReadonlySet<Reason> = new Set(["EXCEPTION", "COMPILE_ERROR", "BAD_RETURN_VALUE"]);

export function CaseReport({ of, one, timeLimitMs, isOpen }: CaseReportProps) {
  const words = useWords();
  const { results } = words;
  const stderr = isFailed(one)
    ? readStderr(one.stderr)
    : { printed: one.stderr, error: "", traceback: "" };
  const error =
    one.reason !== undefined && SAY_LITTLE.has(one.reason) ? (one.error ?? stderr.error) : "";
  // The error itself says it better.
  const reason = one.reason === "EXCEPTION" && error !== "" ? undefined : one.reason;
  return (
    <li class="case" data-status={one.status}>
      <div class="case-head">
        <span class="case-name">{caseName(of, one.number, words)}</span>
        <span class="case-status">
          <StatusIcon status={one.status} />
          {words.status[one.status]}
        </span>
        <Usage
          name={results.time}
          used={one.executionMs}
          limit={timeLimitMs}
          write={(ms) => writtenTime(ms, words)}
        />
        {one.peakMemoryKb !== undefined && (
          <Usage
            name={results.memory}
            used={one.peakMemoryKb}
            limit={MEMORY_LIMIT_KB}
            write={writtenMemory}
          />
        )}
      </div>
      {reason && <p class="case-reason">{words.reason[reason]}</p>}
      {one.notice && <p class="case-reason">{one.notice}</p>}
      {error && <p class="case-error">{error}</p>}
      {one.values && <CaseValues values={one.values} isOpen={isOpen || isFailed(one)} />}
      <Folded title={results.traceback} text={stderr.traceback} isOpen={isOpen} />
      <Folded title={results.stdout} text={one.stdout} />
      <Folded title={results.stderr} text={stderr.printed} />
      {one.isCut && <p class="hint">{results.isCut}</p>}
    </li>
  );
}
