import type { HistoryCommands } from "../state/history-commands.js";
import type { History } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { FaultNotice } from "./fault-notice.js";

interface ClassReadingProps {
  readonly history: History;
  readonly studentCount: number;
  readonly commands: HistoryCommands;
}

/** How far a class's submissions have been read, and what can be done about it. */
export function ClassReading({ history, studentCount, commands }: ClassReadingProps) {
  const { classroom, faults } = useWords();
  const { entries, nextPage, loading, fault } = history;
  const count = entries.length;
  // A first page that failed is begun anew.
  const readOn = () => void commands.loadHistory(nextPage === null ? "first" : "next");
  const isPartial = !loading && nextPage !== null;
  return (
    <>
      <div class="class-reading">
        {loading && <progress aria-label={classroom.reading(count)} />}
        <p class="hint" role="status">
          {told()}
        </p>
        {loading && (
          <button type="button" class="small" onClick={commands.stopHistory}>
            {classroom.stop}
          </button>
        )}
        {isPartial && fault === undefined && (
          <button type="button" class="small" onClick={readOn}>
            {classroom.readOn}
          </button>
        )}
        {!loading && !isPartial && fault === undefined && (
          <button type="button" class="small" onClick={() => void commands.loadHistory()}>
            {classroom.readAgain}
          </button>
        )}
      </div>
      {fault && <FaultNotice title={faults.submissions} fault={fault} onTryAgain={readOn} />}
      {isPartial && (
        <p class="complaint" role="note">
          {classroom.isPartial(count)}
        </p>
      )}
    </>
  );

  function told(): string {
    if (loading) return classroom.reading(count);
    if (count === 0) return fault === undefined && !isPartial ? classroom.none : "";
    return classroom.read(count, studentCount);
  }
}
