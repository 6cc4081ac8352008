import { firstCodePoints } from "../../api/domain/text.js";
import { useWords } from "../words/speech.js";
import { scrolledTabIndex } from "./scrolled-tab-index.js";

interface PrintedProps {
  readonly title: string;
  readonly text: string;
}

/** So many lines and characters are seen without asking. */
const OPEN_LINES = 4;
const OPEN_CHARACTERS = 400;

/** What was printed: its beginning, and the rest when it is asked for; nothing when there is nothing. */
export function Printed({ title, text }: PrintedProps) {
  const { results } = useWords();
  if (text.trim() === "") return null;
  const lines = text.trimEnd().split("\n");
  const beginning = firstCodePoints(lines.slice(0, OPEN_LINES).join("\n"), OPEN_CHARACTERS);
  const isWhole = beginning.length === lines.join("\n").length;
  return (
    <div class="printed">
      <p class="value-name">{title}</p>
      <pre>{isWhole ? beginning : `${beginning}…`}</pre>
      {!isWhole && (
        <details>
          <summary>{results.allLines(lines.length)}</summary>
          <pre tabIndex={scrolledTabIndex(text)}>{text}</pre>
        </details>
      )}
    </div>
  );
}
