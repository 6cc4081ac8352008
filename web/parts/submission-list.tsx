import type { SubmissionSummary } from "../../client/create-grader-client.js";
import type { CodeLanguage } from "../service/code-language.js";
import type { Commands } from "../state/commands.js";
import { isClassShown, type State, scopesOf } from "../state/state.js";
import { useLanguage, useWords } from "../words/speech.js";
import { FaultNotice } from "./fault-notice.js";
import { Part } from "./part.js";
import { Segments } from "./segments.js";
import { SubmissionEntry } from "./submission-entry.js";

export interface SubmissionListProps {
  readonly state: State;
  readonly commands: Commands;
  readonly onUse: (code: string, language: CodeLanguage) => void;
}

/** Submissions: one's own, everybody's of the open problem, or for staff the class's. */
export function SubmissionList(props: SubmissionListProps) {
  const { state, commands } = props;
  const { submissions, classroom } = useWords();
  const { scope } = state.history;
  const isClass = isClassShown(state);
  const title = isClass ? classroom.title : classroom.everyone;
  const names = {
    problem: submissions.thisProblem,
    all: submissions.allProblems,
    everyone: state.user.isStaff ? classroom.scope.class : classroom.scope.everyone,
  };
  return (
    <>
      <div class="submissions-head">
        <h1>{scope === "everyone" ? title : submissions.title}</h1>
        <Segments
          legend={submissions.scope}
          options={scopesOf(state).map((value) => ({ value, text: names[value] }))}
          value={scope}
          onChoose={commands.chooseHistoryScope}
        />
      </div>
      {isClass ? <Class key={state.problemId} {...props} /> : <Pages {...props} />}
    </>
  );
}

const loadClass = () => import("./class-submissions.js");

/** Comes when a teacher looks: the others need none of it. */
function Class(props: SubmissionListProps) {
  const { submissions, faults } = useWords();
  return (
    <Part
      load={loadClass}
      meanwhile={<p class="hint">{submissions.loading}</p>}
      failure={faults.submissions}
    >
      {({ ClassSubmissions }) => <ClassSubmissions {...props} />}
    </Part>
  );
}

function Pages({ state, commands, onUse }: SubmissionListProps) {
  const { submissions, faults } = useWords();
  const language = useLanguage();
  const { history, problems, problemId, user } = state;
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
      <ol class="submissions" aria-busy={history.loading}>
        {[...addressed, ...history.entries].map((entry) => (
          <SubmissionEntry
            key={entry.submissionId}
            entry={entry}
            about={[...whose(entry), ...titleOf(entry)]}
            isOfOpenProblem={entry.problemId === problemId}
            opened={history.opened.get(entry.submissionId)}
            onToggle={
              user.isStaff || entry.userId === user.sub
                ? () => void commands.toggleSubmission(entry.submissionId)
                : undefined
            }
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

  function whose({ userId, author }: SubmissionSummary): string[] {
    if (history.scope !== "everyone" && userId === user.sub) return [];
    return [author ?? userId ?? ""];
  }

  function titleOf(entry: SubmissionSummary): string[] {
    if (history.scope !== "all" && entry.problemId === problemId) return [];
    const title = listed.find((problem) => problem.problemId === entry.problemId)?.title;
    return [title?.[language] ?? entry.problemTitle ?? entry.problemId ?? ""];
  }
}
