import type { Outcome } from "../results/outcome.js";
import type { PageProblem } from "../service/page-problem.js";
import type { RunProgress } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { CaseHead } from "./case-head.js";
import { caseName } from "./case-name.js";

interface RunningCasesProps {
  readonly of: Outcome["of"];
  readonly numbers: readonly number[];
  readonly cases: RunProgress["cases"];
  readonly problem: PageProblem;
}

/** As many as the verdict will show without being asked. */
const SHOWN = 40;

/** Each case in a row of its own from the beginning, so that nothing moves when one ends. */
export function RunningCases({ of, numbers, cases, problem }: RunningCasesProps) {
  const words = useWords();
  if (numbers.length === 0) return null;
  const isSample = (number: number) =>
    of !== "submission" || problem.sampleNumbers.includes(number);
  const samplesFirst = [
    ...numbers.filter(isSample),
    ...numbers.filter((number) => !isSample(number)),
  ];
  return (
    <ol class="cases">
      {samplesFirst.slice(0, SHOWN).map((number) => {
        const one = cases.get(number);
        return (
          <li key={number} class="case" data-status={one?.status}>
            {one === undefined ? (
              <div class="case-head">
                <span class="case-name">{caseName(of, number, words)}</span>
                <span class="case-status hint">{words.run.waiting}</span>
                {/* As high as what will stand there. */}
                <span class="usage-figure">{"\u00a0"}</span>
              </div>
            ) : (
              <CaseHead of={of} one={one} timeLimitMs={problem.timeLimitMs} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
