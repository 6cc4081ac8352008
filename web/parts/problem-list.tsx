import type { PageProblem } from "../service/page-problem.js";
import type { Progress, ProgressMark } from "../state/progress.js";
import { writtenTime } from "../words/quantities.js";
import { useLanguage, useWords } from "../words/speech.js";
import { StatusIcon } from "./status-icon.js";

interface ProblemListProps {
  readonly problems: readonly PageProblem[];
  readonly open: PageProblem;
  readonly progress: Progress;
  readonly onOpen: () => void;
}

export function ProblemList({ problems, open, progress, onOpen }: ProblemListProps) {
  const words = useWords();
  const language = useLanguage();
  return (
    <>
      <h1>{words.views.problems}</h1>
      <ol class="problems">
        {problems.map((problem) => (
          <li key={problem.problemId}>
            <a
              href={`#/${encodeURIComponent(problem.problemId)}`}
              aria-current={problem === open ? "true" : undefined}
              onClick={onOpen}
            >
              <span class="problem-title">{problem.title[language]}</span>
              <span class="hint">
                {words.problems.judge[problem.judge.type]} ·{" "}
                {writtenTime(problem.timeLimitMs, words)}
              </span>
              <Mark progress={progress.get(problem.problemId)} />
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

function Mark({ progress }: { readonly progress: ProgressMark | undefined }) {
  const words = useWords();
  if (progress === undefined) return null;
  return (
    <span class="mark" data-status={progress === "solved" ? "ACCEPTED" : "RETURNED"}>
      <StatusIcon status={progress === "solved" ? "ACCEPTED" : "RETURNED"} />
      {words.problems[progress]}
    </span>
  );
}
