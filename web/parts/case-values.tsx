import type { ShownCase } from "../results/shown-case.js";
import { useWords } from "../words/speech.js";

interface CaseValuesProps {
  readonly values: NonNullable<ShownCase["values"]>;
  readonly isOpen: boolean;
}

/** What went in, what should have come out, and what did. */
export function CaseValues({ values, isOpen }: CaseValuesProps) {
  const { results } = useWords();
  const rows = (["input", "expected", "returned"] as const).filter(
    (name) => values[name] !== undefined,
  );
  const list = (
    <dl class="values">
      {rows.map((name) => (
        <div key={name}>
          <dt>{results[name]}</dt>
          <dd>{values[name]}</dd>
        </div>
      ))}
    </dl>
  );
  if (isOpen) return list;
  return (
    <details>
      <summary>{rows.map((name) => results[name]).join(" · ")}</summary>
      {list}
    </details>
  );
}
