import { useState } from "preact/hooks";
import { DIFFICULTIES, type Difficulty, type ListedProblem } from "../service/page-problem.js";
import type { Progress, ProgressMark } from "../state/progress.js";
import type { State } from "../state/state.js";
import { useLanguage, useWords } from "../words/speech.js";
import { FaultNotice } from "./fault-notice.js";
import { StatusIcon } from "./status-icon.js";

interface ProblemListProps {
  readonly state: State;
  readonly onTryAgain: () => unknown;
}

export function ProblemList({ state, onTryAgain }: ProblemListProps) {
  const words = useWords();
  return (
    <>
      <h1>{words.views.problems}</h1>
      {contents()}
    </>
  );

  function contents() {
    const { problems, problemId, progress } = state;
    switch (problems.kind) {
      case "loading":
        return <p class="hint">{words.problems.loading}</p>;
      case "failed":
        return (
          <FaultNotice
            title={words.faults.problems}
            fault={problems.fault}
            onTryAgain={onTryAgain}
          />
        );
      case "loaded":
        return problems.value.length === 0 ? (
          <p class="hint">{words.problems.none}</p>
        ) : (
          <Loaded problems={problems.value} openId={problemId} progress={progress} />
        );
    }
  }
}

interface LoadedProps {
  readonly problems: readonly ListedProblem[];
  readonly openId: string | undefined;
  readonly progress: Progress;
}

function Loaded({ problems, openId, progress }: LoadedProps) {
  const { problems: words } = useWords();
  const [wanted, setWanted] = useState("");
  const [difficulty, setDifficulty] = useState<Difficulty | undefined>(undefined);
  const found = problems.filter(
    (problem) =>
      (difficulty === undefined || problem.difficulty === difficulty) && isFound(problem, wanted),
  );
  const solved = problems.filter(({ problemId }) => progress.get(problemId) === "solved");
  return (
    <>
      <p class="hint">{words.solvedOf(solved.length, problems.length)}</p>
      <search class="search">
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <select
          aria-label={words.difficultyLabel}
          value={difficulty ?? ""}
          onChange={({ currentTarget }) =>
            setDifficulty(DIFFICULTIES.find((one) => one === currentTarget.value))
          }
        >
          <option value="">{words.anyDifficulty}</option>
          {DIFFICULTIES.map((one) => (
            <option key={one} value={one}>
              {words.difficulty[one]}
            </option>
          ))}
        </select>
      </search>
      <p class={found.length === 0 ? "hint" : "unseen"} role="status">
        {found.length === problems.length ? "" : words.found(found.length)}
      </p>
      <ol class="problems">
        {found.map((problem) => (
          <Entry
            key={problem.problemId}
            problem={problem}
            isOpen={problem.problemId === openId}
            mark={progress.get(problem.problemId)}
          />
        ))}
      </ol>
    </>
  );
}

function isFound({ title, tags, problemId }: ListedProblem, wanted: string): boolean {
  const texts = [title.en, title.ko, problemId, ...tags].map((text) => text.toLowerCase());
  const parts = wanted.toLowerCase().split(/\s+/);
  return parts.every((part) => texts.some((text) => text.includes(part)));
}

interface EntryProps {
  readonly problem: ListedProblem;
  readonly isOpen: boolean;
  readonly mark: ProgressMark | undefined;
}

function Entry({ problem, isOpen, mark }: EntryProps) {
  const { problems: words } = useWords();
  const language = useLanguage();
  const { difficulty, tags } = problem;
  const facts = [...(difficulty === undefined ? [] : [words.difficulty[difficulty]]), ...tags];
  return (
    <li>
      <a
        href={`#/${encodeURIComponent(problem.problemId)}`}
        aria-current={isOpen ? "true" : undefined}
      >
        <span class="problem-title">{problem.title[language]}</span>
        <span class="hint">{facts.join(" · ")}</span>
        {mark !== undefined && (
          <span class="mark" data-status={mark === "solved" ? "ACCEPTED" : "RETURNED"}>
            <StatusIcon status={mark === "solved" ? "ACCEPTED" : "RETURNED"} />
            {words[mark]}
          </span>
        )}
      </a>
    </li>
  );
}
