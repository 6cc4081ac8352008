import type { GradebookEntry } from "../../api/domain/gradebook.js";
import { studentTable, submissionTable } from "../../api/domain/gradebook-tables.js";
import { downloadCsv } from "../service/download-csv.js";
import type { History } from "../state/state.js";
import { useWords } from "../words/speech.js";

interface ClassFilesProps {
  readonly problemId: string;
  readonly history: History;
  readonly entries: readonly GradebookEntry[];
}

/** Files of the whole class, whichever students are looked at. */
export function ClassFiles({ problemId, history, entries }: ClassFilesProps) {
  const { classroom } = useWords();
  const isWhole = !history.loading && history.nextPage === null;
  const nameOf = (what: string) => `${problemId}-${what}${isWhole ? "" : "-incomplete"}.csv`;
  return (
    <p class="class-files">
      <span class="hint">{classroom.download}</span>
      <button
        type="button"
        class="small"
        onClick={() => downloadCsv(nameOf("students"), studentTable(entries, isoTime))}
      >
        {classroom.students}
      </button>
      <button
        type="button"
        class="small"
        onClick={() =>
          downloadCsv(nameOf("submissions"), submissionTable(history.entries, isoTime))
        }
      >
        {classroom.submissions}
      </button>
    </p>
  );
}

/** As `grader report` writes it. */
function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
