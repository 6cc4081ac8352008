import type { Sample } from "../service/page-problem.js";
import { useWords } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { CaseValues } from "./case-values.js";

/** More would be scrolled past; the others are unfolded one by one. */
const UNFOLDED = 3;

/** The sample cases below a statement. */
export function Samples({ samples }: { readonly samples: readonly Sample[] }) {
  const words = useWords();
  return (
    <>
      {samples.map(({ number, values }, index) => (
        <section key={number}>
          <h2>{caseName("examples", number, words)}</h2>
          <CaseValues values={values} isOpen={index < UNFOLDED} />
        </section>
      ))}
    </>
  );
}
