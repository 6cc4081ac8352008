import { useId } from "preact/hooks";
import { DEFAULT_TIME_LIMIT_MS } from "../../api/domain/problem.js";
import type { SubmissionSummary } from "../../client/create-grader-client.js";
import { gradedOutcome } from "../results/outcome.js";
import {
  type CodeLanguage,
  codeLanguageOf,
  findCodeLanguage,
  LANGUAGE_FACTS,
} from "../service/code-language.js";
import { notationOf } from "../service/page-problem.js";
import type { Loaded, ShownSubmission } from "../state/state.js";
import { writtenTime } from "../words/quantities.js";
import { useWords } from "../words/speech.js";
import { CodeLanguageContext } from "./code-language.js";
import { CodeListing } from "./code-listing.js";
import { FaultNotice } from "./fault-notice.js";
import { OutcomeReport } from "./outcome-report.js";
import { RegradedLine } from "./regraded-line.js";
import { StatusIcon } from "./status-icon.js";
import { When } from "./when.js";

interface SubmissionEntryProps {
  readonly entry: SubmissionSummary;
  /** Whose it is and for which problem, unless that goes without saying. */
  readonly about?: readonly string[];
  readonly isOfOpenProblem: boolean;
  readonly opened: Loaded<ShownSubmission> | undefined;
  /** Undefined where there is nothing more to be seen. */
  readonly onToggle: (() => void) | undefined;
  readonly onUse: (code: string, language: CodeLanguage) => void;
}

export function SubmissionEntry(props: SubmissionEntryProps) {
  const { entry, opened, onToggle } = props;
  const id = useId();
  const head = <Head entry={entry} about={props.about ?? []} />;
  return (
    <li class="submission" data-status={entry.status ?? "INTERNAL_ERROR"}>
      {onToggle === undefined ? (
        <div class="submission-head">{head}</div>
      ) : (
        <button
          type="button"
          class="submission-head"
          aria-expanded={opened !== undefined}
          aria-controls={opened === undefined ? undefined : id}
          onClick={onToggle}
        >
          {head}
        </button>
      )}
      {opened !== undefined && (
        <div class="submission-body" id={id}>
          <Body {...props} opened={opened} />
        </div>
      )}
    </li>
  );
}

function Head({ entry, about }: Required<Pick<SubmissionEntryProps, "entry" | "about">>) {
  const words = useWords();
  const status = entry.status ?? "INTERNAL_ERROR";
  return (
    <>
      <span class="case-status">
        <StatusIcon status={status} />
        {words.status[status]}
      </span>
      {about.length > 0 && <span class="submission-title">{about.join(" · ")}</span>}
      <span class="submission-facts">
        {languageName(entry.language)}
        {entry.passedCaseCount ?? "?"}/{entry.totalCaseCount ?? "?"}
        {" · "}
        {writtenTime((entry.executionTime ?? 0) * 1000, words)}
      </span>
      <When seconds={entry.submissionTime} />
    </>
  );
}

/** The service's own name where this page does not know the language. */
function languageName(name: string | null): string {
  const known = findCodeLanguage(name);
  const shown = known === undefined ? name : LANGUAGE_FACTS[known].name;
  return shown === null ? "" : `${shown} · `;
}

function Body(props: SubmissionEntryProps & { readonly opened: Loaded<ShownSubmission> }) {
  const { submissions, faults, results } = useWords();
  switch (props.opened.kind) {
    case "loading":
      return <p class="hint">{submissions.loading}</p>;
    case "failed":
      return <FaultNotice title={faults.submission} fault={props.opened.fault} />;
    case "loaded": {
      const { submission, problem } = props.opened.value;
      const code = submission.userCode ?? "";
      const codeLanguage = codeLanguageOf(submission.language);
      const outcome = gradedOutcome(
        submission,
        problem === undefined ? "json" : notationOf(problem),
      );
      return (
        <CodeLanguageContext.Provider value={codeLanguage}>
          <RegradedLine submission={submission} />
          <CodeListing code={code} language={codeLanguage} />
          {props.isOfOpenProblem && (
            <button type="button" onClick={() => props.onUse(code, codeLanguage)}>
              {submissions.useCode}
            </button>
          )}
          <details>
            <summary>{results.cases(outcome.cases.length)}</summary>
            <OutcomeReport
              outcome={outcome}
              problem={problem}
              timeLimitMs={problem?.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS}
            />
          </details>
        </CodeLanguageContext.Provider>
      );
    }
  }
}
