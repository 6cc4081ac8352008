import { useWords } from "../words/speech.js";

interface FaultLineProps {
  readonly error: string;
  readonly line: number | undefined;
  /** Undefined where the code is not in the editor. */
  readonly onLine: ((line: number) => void) | undefined;
}

/** What the language says went wrong, with the way to the line of it. */
export function FaultLine({ error, line, onLine }: FaultLineProps) {
  const { results } = useWords();
  return (
    <p class="case-error">
      {error}{" "}
      {line !== undefined && onLine !== undefined && (
        <button type="button" class="link" onClick={() => onLine(line)}>
          {results.goToLine(line)}
        </button>
      )}
    </p>
  );
}
