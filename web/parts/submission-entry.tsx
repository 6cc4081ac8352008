import { useId } from "preact/hooks";
import { DEFAULT_TIME_LIMIT_MS } from "../../api/domain/problem.js";
import type { SubmissionSummary } from "../../client/create-grader-client.js";
import { gradedOutcome } from "../results/outcome.js";
import { type CodeLanguage, findCodeLanguage, LANGUAGE_FACTS } from "../service/code-language.js";
import { type ListedProblem, notationOf } from "../service/page-problem.js";
import type { Loaded, ShownSubmission } from "../state/state.js";
import { writtenTime } from "../words/quantities.js";
import { useLanguage, useWords } from "../words/speech.js";
import { CodeLanguageContext } from "./code-language.js";
import { CodeListing } from "./code-listing.js";
import { FaultNotice } from "./fault-notice.js";
import { OutcomeReport } from "./outcome-report.js";
import { StatusIcon } from "./status-icon.js";

interface SubmissionEntryProps {
  readonly entry: SubmissionSummary;
  /** Of its problem; undefined when that is not listed. */
  readonly title: ListedProblem["title"] | undefined;
  readonly isOfOpenProblem: boolean;
  readonly showsTitle: boolean;
  readonly opened: Loaded<ShownSubmission> | undefined;
  readonly onToggle: () => void;
  readonly onUse: (code: string, language: CodeLanguage) => void;
}

export function SubmissionEntry(props: SubmissionEntryProps) {
  const { entry, title, opened } = props;
  const words = useWords();
  const language = useLanguage();
  const id = useId();
  const status = entry.status ?? "INTERNAL_ERROR";
  return (
    <li class="submission" data-status={status}>
      <button
        type="button"
        aria-expanded={opened !== undefined}
        aria-controls={opened === undefined ? undefined : id}
        onClick={props.onToggle}
      >
        <span class="case-status">
          <StatusIcon status={status} />
          {words.status[status]}
        </span>
        {props.showsTitle && (
          <span class="submission-title">
            {title?.[language] ?? entry.problemTitle ?? entry.problemId}
          </span>
        )}
        <span class="submission-facts">
          {languageName(entry.language)}
          {entry.passedCaseCount ?? "?"}/{entry.totalCaseCount ?? "?"}
          {" · "}
          {writtenTime((entry.executionTime ?? 0) * 1000, words)}
        </span>
        <When seconds={entry.submissionTime} />
      </button>
      {opened !== undefined && (
        <div class="submission-body" id={id}>
          <Body {...props} opened={opened} />
        </div>
      )}
    </li>
  );
}

/** The service's own name where this page does not know the language. */
function languageName(name: string | null): string {
  const known = findCodeLanguage(name);
  const shown = known === undefined ? name : LANGUAGE_FACTS[known].name;
  return shown === null ? "" : `${shown} · `;
}

function When({ seconds }: { readonly seconds: number }) {
  const language = useLanguage();
  const date = new Date(seconds * 1000);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return <time dateTime={date.toISOString()}>{format.format(date)}</time>;
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
      const codeLanguage = findCodeLanguage(submission.language) ?? "python3.12";
      const outcome = gradedOutcome(
        submission,
        problem === undefined ? "json" : notationOf(problem),
      );
      return (
        <CodeLanguageContext.Provider value={codeLanguage}>
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
