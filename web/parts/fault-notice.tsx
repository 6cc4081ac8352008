import type { Fault } from "../service/fault.js";
import { useWords } from "../words/speech.js";

interface FaultNoticeProps {
  readonly title: string;
  readonly fault: Fault;
  readonly onTryAgain?: () => unknown;
}

/** What would only happen again. */
const LASTING: ReadonlySet<string> = new Set([
  "InvalidInput",
  "PayloadTooLarge",
  "ResponseTooLarge",
  "ProblemNotFound",
  "SubmissionNotFound",
  "MissingIdentity",
  "Forbidden",
  "NotFound",
]);

/** Why something did not work, with what names it in the service's log. */
export function FaultNotice({ title, fault, onTryAgain }: FaultNoticeProps) {
  const { faults } = useWords();
  return (
    <div class="fault" role="alert">
      <strong>{title}</strong>
      <p>{faults.sentences[fault.code] ?? faults.unknown}</p>
      <p class="fault-code">
        {fault.code}
        {fault.requestId === undefined ? "" : ` · ${fault.requestId}`}
      </p>
      {onTryAgain && !LASTING.has(fault.code) && (
        <button type="button" onClick={() => onTryAgain()}>
          {faults.tryAgain}
        </button>
      )}
    </div>
  );
}
