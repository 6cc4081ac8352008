import { MEMORY_LIMIT_KB } from "../results/memory-limit.js";
import type { PageProblem } from "../service/page-problem.js";
import { writtenMemory, writtenTime } from "../words/quantities.js";
import { useLanguage, useWords } from "../words/speech.js";
import { HowItIsCalled } from "./how-it-is-called.js";
import { Markdown } from "./markdown.js";
import { Samples } from "./samples.js";

export function ProblemStatement({ problem }: { readonly problem: PageProblem }) {
  const words = useWords();
  const { problems } = words;
  const language = useLanguage();
  const statement = problem.statement[language];
  return (
    <article class="statement">
      <h1 tabIndex={-1}>{problem.title[language]}</h1>
      <ul class="facts">
        {problem.difficulty && <li>{problems.difficulty[problem.difficulty]}</li>}
        <li>{problems.timeLimit(writtenTime(problem.timeLimitMs, words))}</li>
        <li>{problems.memoryLimit(writtenMemory(MEMORY_LIMIT_KB))}</li>
        <li>{problems.judge[problem.judge.type]}</li>
      </ul>
      {problem.fault && (
        <p class="complaint" role="note">
          {problems.broken} {problems.brokenBy} <q lang="en">{problem.fault}</q>
        </p>
      )}
      <HowItIsCalled problem={problem} />
      {statement === "" ? (
        <p class="hint">{problems.noStatement}</p>
      ) : (
        <Markdown text={statement} />
      )}
      <Samples samples={problem.samples[language]} />
    </article>
  );
}
