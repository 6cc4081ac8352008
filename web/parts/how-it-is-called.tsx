import type { PageProblem } from "../service/page-problem.js";
import { signatureOf } from "../service/signature.js";
import { useWords } from "../words/speech.js";

/** What the code has to be, so that it can be run. */
export function HowItIsCalled({ problem }: { readonly problem: PageProblem }) {
  const { problems } = useWords();
  const { calling, startCode } = problem;
  const { calling: words } = problems;
  if (calling.io === "stdio") return <p class="calling">{words.program}</p>;
  const [owner = "", method] = (calling.entryFunction ?? "solution").split(".");
  const { argumentStyle } = calling;
  return (
    <div class="calling">
      <p>{method === undefined ? words.function : words.method(owner)}</p>
      <pre>
        <code>{signatureOf(calling, startCode) ?? `${method ?? owner}(…)`}</code>
      </pre>
      {argumentStyle !== "single" && <p class="hint">{words[argumentStyle]}</p>}
    </div>
  );
}
