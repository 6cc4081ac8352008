import type { PageProblem } from "../service/page-problem.js";
import { pythonWordsIn } from "../service/python-words.js";
import { signatureOf } from "../service/signature.js";
import { useLanguage, useWords } from "../words/speech.js";
import { useCodeLanguage } from "./code-language.js";

/** What the code has to be, so that it can be run. */
export function HowItIsCalled({ problem }: { readonly problem: PageProblem }) {
  const { problems } = useWords();
  const language = useCodeLanguage();
  const { calling, startCodes } = problem;
  const { calling: words } = problems;
  if (calling.io === "stdio") {
    return (
      <div class="calling">
        <p>{words.program}</p>
        <p class="hint">{words.reading[language]}</p>
      </div>
    );
  }
  const [owner = "", method] = (calling.entryFunction ?? "solution").split(".");
  const { argumentStyle } = calling;
  return (
    <div class="calling">
      <p>{method === undefined ? words.function : words.method(owner)}</p>
      <pre>
        <code>
          {signatureOf(calling, startCodes[language], language) ?? `${method ?? owner}(…)`}
        </code>
      </pre>
      {argumentStyle !== "single" && <p class="hint">{words[argumentStyle][language]}</p>}
      {language === "javascript" && <Glossary problem={problem} />}
    </div>
  );
}

/** What the statement means to somebody who knows no Python. */
function Glossary({ problem }: { readonly problem: PageProblem }) {
  const { glossary, calling } = useWords().problems;
  const found = pythonWordsIn(problem.statement[useLanguage()]);
  return (
    <p class="hint">
      {found.length > 0 && `${glossary.title}: ${found.map((word) => glossary[word]).join(" ")} `}
      {calling.bigIntegers}
    </p>
  );
}
