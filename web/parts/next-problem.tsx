import type { State } from "../state/state.js";
import { useLanguage, useWords } from "../words/speech.js";

/** The way on from a problem that is solved: to the next in the list that is not. */
export function NextProblem({ state }: { readonly state: State }) {
  const { results } = useWords();
  const language = useLanguage();
  const { problems, problemId, progress } = state;
  const listed = problems.kind === "loaded" ? problems.value : [];
  const at = listed.findIndex((problem) => problem.problemId === problemId);
  const next = [...listed.slice(at + 1), ...listed.slice(0, Math.max(at, 0))].find(
    (problem) => progress.get(problem.problemId) !== "solved",
  );
  return (
    <p class="next">
      {next === undefined ? (
        results.allSolved
      ) : (
        <a href={`#/${encodeURIComponent(next.problemId)}`}>{results.next(next.title[language])}</a>
      )}
    </p>
  );
}
