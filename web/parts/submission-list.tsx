import type { CodeLanguage } from "../service/code-language.js";
import type { HistoryCommands } from "../state/history-commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { FaultNotice } from "./fault-notice.js";
import { Segments } from "./segments.js";
import { SubmissionEntry } from "./submission-entry.js";

interface SubmissionListProps {
  readonly state: State;
  readonly commands: HistoryCommands;
  readonly onUse: (code: string, language: CodeLanguage) => void;
}

/** One's own submissions, page by page. */
export function SubmissionList({ state, commands, onUse }: SubmissionListProps) {
  const { submissions, faults } = useWords();
  const { history, problems, problemId } = state;
  const isEmpty = history.entries.length === 0 && history.fault === undefined;
  const listed = problems.kind === "loaded" ? problems.value : [];
  const ids = new Set(history.entries.map(({ submissionId }) => submissionId));
  // One that an address leads to may be on a page that was not asked for yet.
  const addressed = [...history.opened.values()].flatMap((opened) =>
    opened.kind === "loaded" && !ids.has(opened.value.submission.submissionId)
      ? [opened.value.submission]
      : [],
  );
  return (
    <>
      <div class="submissions-head">
        <h1>{submissions.title}</h1>
        <Segments
          legend={submissions.scope}
          options={[
            { value: "problem", text: submissions.thisProblem },
            { value: "all", text: submissions.allProblems },
          ]}
          value={history.scope}
          onChoose={commands.chooseHistoryScope}
        />
      </div>
      <ol class="submissions" aria-busy={history.loading}>
        {[...addressed, ...history.entries].map((entry) => (
          <SubmissionEntry
            key={entry.submissionId}
            entry={entry}
            title={listed.find((problem) => problem.problemId === entry.problemId)?.title}
            isOfOpenProblem={entry.problemId === problemId}
            showsTitle={history.scope === "all" || entry.problemId !== problemId}
            opened={history.opened.get(entry.submissionId)}
            onToggle={() => void commands.toggleSubmission(entry.submissionId)}
            onUse={onUse}
          />
        ))}
      </ol>
      {isEmpty && <p class="hint">{history.loading ? submissions.loading : submissions.none}</p>}
      {history.fault && (
        <FaultNotice
          title={faults.submissions}
          fault={history.fault}
          onTryAgain={() => commands.loadHistory()}
        />
      )}
      {history.nextPage !== null && (
        <button
          type="button"
          aria-disabled={history.loading}
          onClick={() => {
            if (!history.loading) void commands.loadHistory("next");
          }}
        >
          {submissions.more}
        </button>
      )}
    </>
  );
}
