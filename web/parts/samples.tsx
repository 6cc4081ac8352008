import type { ShownValues } from "../results/shown-case.js";
import { useWords } from "../words/speech.js";
import { caseName } from "./case-name.js";
import { CaseValues } from "./case-values.js";

/** More would be scrolled past; the others are unfolded one by one. */
const UNFOLDED = 3;

/** The sample cases below a statement. */
export function Samples({ samples }: { readonly samples: readonly ShownValues[] }) {
  const words = useWords();
  return (
    <>
      {samples.map((values, index) => (
        <section key={index}>
          <h2>{caseName("examples", index + 1, words)}</h2>
          <CaseValues values={values} isOpen={index < UNFOLDED} />
        </section>
      ))}
    </>
  );
}
