import { useMemo, useState } from "preact/hooks";
import { type GradebookEntry, gradebook } from "../../api/domain/gradebook.js";
import type { CodeLanguage } from "../service/code-language.js";
import type { HistoryCommands } from "../state/history-commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { ClassFiles } from "./class-files.js";
import { ClassReading } from "./class-reading.js";
import { StudentTable } from "./student-table.js";

interface ClassSubmissionsProps {
  readonly state: State;
  readonly commands: HistoryCommands;
  readonly onUse: (code: string, language: CodeLanguage) => void;
}

type Order = "name" | "newest" | "best";

const ORDERS: Readonly<Record<Order, (one: GradebookEntry, other: GradebookEntry) => number>> = {
  name: () => 0,
  newest: (one, other) => other.latest.submissionTime - one.latest.submissionTime,
  best: (one, other) => (other.best.score ?? -1) - (one.best.score ?? -1),
};

/** What a class has submitted for the open problem, a row a student. */
export function ClassSubmissions({ state, commands, onUse }: ClassSubmissionsProps) {
  const { classroom } = useWords();
  const { history } = state;
  const [wanted, setWanted] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const entries = useMemo(() => gradebook(history.entries), [history.entries]);
  const found = entries.filter((entry) => isFound(entry, wanted)).sort(ORDERS[order]);
  return (
    <>
      <ClassReading history={history} studentCount={entries.length} commands={commands} />
      {entries.length > 0 && (
        <>
          <ClassFiles problemId={state.problemId ?? ""} history={history} entries={entries} />
          <search class="search">
            <input
              type="search"
              aria-label={classroom.search}
              placeholder={classroom.search}
              value={wanted}
              onInput={({ currentTarget }) => setWanted(currentTarget.value)}
            />
            <select
              aria-label={classroom.order}
              value={order}
              onChange={({ currentTarget }) => setOrder(currentTarget.value as Order)}
            >
              {(["name", "newest", "best"] as const).map((one) => (
                <option key={one} value={one}>
                  {classroom.orders[one]}
                </option>
              ))}
            </select>
          </search>
          <p class={found.length === 0 ? "hint" : "unseen"} role="status">
            {found.length === entries.length ? "" : classroom.found(found.length)}
          </p>
          <StudentTable entries={found} opened={history.opened} commands={commands} onUse={onUse} />
        </>
      )}
    </>
  );
}

function isFound({ submissions }: GradebookEntry, wanted: string): boolean {
  const parts = wanted.toLowerCase().split(/\s+/);
  const texts = submissions.flatMap(({ author, userId }) => [author ?? "", userId ?? ""]);
  return parts.every((part) => texts.some((text) => text.toLowerCase().includes(part)));
}
