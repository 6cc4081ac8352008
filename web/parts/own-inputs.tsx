import { useEffect, useRef } from "preact/hooks";
import type { UnusableInputs } from "../service/read-own-inputs.js";
import { useWords, type Words } from "../words/speech.js";

interface OwnInputsProps {
  readonly text: string;
  /** Why they were not run on. */
  readonly refused: UnusableInputs | undefined;
  readonly onEdit: (text: string) => void;
}

export function OwnInputs({ text, refused, onEdit }: OwnInputsProps) {
  const { run } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const isRefused = refused !== undefined;
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
        {refused === undefined ? run.ownHint : complaint(refused, run)}
      </p>
    </div>
  );
}

function complaint(refused: UnusableInputs, run: Words["run"]): string {
  switch (refused.kind) {
    case "empty":
      return run.noInput;
    case "refused":
      return run.badLine(refused.lineNumber);
  }
}
