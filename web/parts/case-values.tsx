import { stepsOf } from "../results/json-place.js";
import { lineNumberOf, type Marked, markDifference } from "../results/mark-difference.js";
import type { ShownValues } from "../results/shown-case.js";
import { VALUE_NOTATIONS } from "../results/value-notation.js";
import { onOneLine } from "../service/on-one-line.js";
import { useWords, type Words } from "../words/speech.js";
import { useCodeLanguage } from "./code-language.js";
import { scrolledTabIndex } from "./scrolled-tab-index.js";

interface CaseValuesProps {
  readonly values: ShownValues;
  readonly isOpen: boolean;
}

/** What went in, what should have come out, and what did, with the first difference between the two. */
export function CaseValues({ values, isOpen }: CaseValuesProps) {
  const { results } = useWords();
  const written = VALUE_NOTATIONS[useCodeLanguage()];
  const { notation, difference } = values;
  const input = notation === "json" ? written(onOneLine(values.input)) : values.input;
  const answer = (text: string | undefined) =>
    text === undefined || notation === "text" ? text : written(onOneLine(text), true);
  const expected = answer(values.expected);
  const returned = answer(values.returned);
  const names = {
    input: results.input,
    expected: results.expected,
    returned: notation === "json" ? results.returned : results.output,
  };
  const list = (
    <dl class="values">
      <Row name={names.input} text={input} />
      <Row name={names.expected} text={expected} other={returned} difference={difference} />
      <Row name={names.returned} text={returned} other={expected} difference={difference} />
      {difference !== undefined && difference !== "$" && (
        <div>
          <dt>{results.difference}</dt>
          <dd class="place">{placeOf(difference, results)}</dd>
        </div>
      )}
    </dl>
  );
  if (isOpen) return list;
  const shown = [
    names.input,
    ...(expected === undefined ? [] : [names.expected]),
    ...(returned === undefined ? [] : [names.returned]),
  ];
  return (
    <details>
      <summary>{shown.join(" · ")}</summary>
      {list}
    </details>
  );
}

interface RowProps {
  readonly name: string;
  readonly text: string | undefined;
  readonly other?: string | undefined;
  readonly difference?: string | undefined;
}

function Row({ name, text, other, difference }: RowProps) {
  if (text === undefined) return null;
  const { before, marked, after }: Marked =
    other === undefined || difference === undefined
      ? { before: text, marked: "", after: "" }
      : markDifference(text, other, difference);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div class="value" tabIndex={scrolledTabIndex(text)}>
          {before}
          {marked !== "" && <mark>{marked}</mark>}
          {after}
        </div>
      </dd>
    </div>
  );
}

/** As code would get there, or the line of a text. */
function placeOf(difference: string, results: Words["results"]): string {
  const line = lineNumberOf(difference);
  if (line !== undefined) return results.line(line);
  return stepsOf(difference)
    .map((step) => `[${JSON.stringify(step)}]`)
    .join("");
}
