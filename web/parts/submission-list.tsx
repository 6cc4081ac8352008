import type { PageProblem } from "../service/page-problem.js";
import type { HistoryCommands } from "../state/history-commands.js";
import type { History } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { FaultNotice } from "./fault-notice.js";
import { Segments } from "./segments.js";
import { SubmissionEntry } from "./submission-entry.js";

interface SubmissionListProps {
  readonly history: History;
  readonly problems: readonly PageProblem[];
  readonly open: PageProblem;
  readonly commands: HistoryCommands;
  readonly onUse: (code: string) => void;
}

/** One's own submissions, page by page. */
export function SubmissionList({ history, problems, open, commands, onUse }: SubmissionListProps) {
  const { submissions, faults } = useWords();
  const isEmpty = history.entries.length === 0 && history.fault === undefined;
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
        {history.entries.map((entry) => (
          <SubmissionEntry
            key={entry.submissionId}
            entry={entry}
            problem={problems.find(({ problemId }) => problemId === entry.problemId)}
            isOfOpenProblem={entry.problemId === open.problemId}
            showsTitle={history.scope === "all"}
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
