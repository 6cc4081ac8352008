import { useEffect, useRef } from "preact/hooks";
import { useWords } from "../words/speech.js";

interface OwnInputsProps {
  readonly text: string;
  /** The line that is no JSON; 0 when there is nothing to run on. */
  readonly refusedLine: number | undefined;
  readonly onEdit: (text: string) => void;
}

export function OwnInputs({ text, refusedLine, onEdit }: OwnInputsProps) {
  const { run } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const isRefused = refusedLine !== undefined;
  useEffect(() => {
    if (isRefused) field.current?.focus();
  }, [isRefused]);
  return (
    <div class="own-inputs">
      <label for="own-inputs">{run.ownLabel}</label>
      <textarea
        id="own-inputs"
        ref={field}
        rows={3}
        spellcheck={false}
        autocapitalize="off"
        value={text}
        aria-invalid={isRefused}
        aria-describedby="own-inputs-hint"
        onInput={({ currentTarget }) => onEdit(currentTarget.value)}
      />
      <p id="own-inputs-hint" class={isRefused ? "complaint" : "hint"} aria-live="polite">
        {refusedLine === undefined
          ? run.ownHint
          : refusedLine === 0
            ? run.noInput
            : run.badLine(refusedLine)}
      </p>
    </div>
  );
}
