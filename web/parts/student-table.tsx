import { useState } from "preact/hooks";
import { type GradebookEntry, studentOf } from "../../api/domain/gradebook.js";
import type { SubmissionSummary } from "../../client/create-grader-client.js";
import type { CodeLanguage } from "../service/code-language.js";
import type { HistoryCommands } from "../state/history-commands.js";
import type { History } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { StatusIcon } from "./status-icon.js";
import { SubmissionEntry } from "./submission-entry.js";
import { When } from "./when.js";

interface StudentTableProps {
  readonly entries: readonly GradebookEntry[];
  readonly opened: History["opened"];
  readonly commands: HistoryCommands;
  readonly onUse: (code: string, language: CodeLanguage) => void;
}

/** More than any class; those of an open course are found by their names. */
const SHOWN_AT_FIRST = 200;

/** A row a student, which unfolds into the student's submissions. */
export function StudentTable({ entries, ...others }: StudentTableProps) {
  const { classroom, results } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <table class="students">
        <thead>
          <tr>
            {(["student", "best", "latest", "count"] as const).map((name) => (
              <th key={name} scope="col">
                {classroom[name]}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((entry) => (
          <Student key={studentOf(entry.latest)} entry={entry} {...others} />
        ))}
      </table>
      {shown.length < entries.length && (
        <button type="button" class="more" onClick={() => setShowsAll(true)}>
          {results.showAll(entries.length)}
        </button>
      )}
    </>
  );
}

type StudentProps = Omit<StudentTableProps, "entries"> & { readonly entry: GradebookEntry };

function Student({ entry, opened, commands, onUse }: StudentProps) {
  const { classroom } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { best, latest, submissions } = entry;
  const { author, userId } = latest;
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="link"
            aria-expanded={isOpen}
            title={userId ?? undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {author ?? userId ?? classroom.nameless}
          </button>
        </th>
        <Attempt one={best} />
        <Attempt one={latest} />
        <td>{submissions.length}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            {userId !== null && userId !== author && <p class="hint">{userId}</p>}
            <ol class="submissions">
              {submissions.map((one) => (
                <SubmissionEntry
                  key={one.submissionId}
                  entry={one}
                  isOfOpenProblem={true}
                  opened={opened.get(one.submissionId)}
                  onToggle={() => void commands.toggleSubmission(one.submissionId)}
                  onUse={onUse}
                />
              ))}
            </ol>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Attempt({ one }: { readonly one: SubmissionSummary }) {
  const { classroom, status: words } = useWords();
  const status = one.status ?? "INTERNAL_ERROR";
  return (
    <td data-status={status}>
      <span class="case-status" title={words[status]}>
        <StatusIcon status={status} />
        {classroom.points(one.score ?? 0)}
        <span class="unseen">{words[status]}</span>
      </span>
      <When seconds={one.submissionTime} />
    </td>
  );
}
