import { useEffect, useRef } from "preact/hooks";
import { VALUE_NOTATIONS } from "../results/value-notation.js";
import type { CodeLanguage } from "../service/code-language.js";
import type { PageProblem } from "../service/page-problem.js";
import { SEPARATOR } from "../service/program-inputs.js";
import type { UnusableInputs } from "../service/read-own-inputs.js";
import { signatureOf } from "../service/signature.js";
import { useWords, type Words } from "../words/speech.js";
import { useCodeLanguage } from "./code-language.js";

interface OwnInputsProps {
  readonly problem: PageProblem;
  readonly text: string;
  /** Why they were not run on. */
  readonly refused: UnusableInputs | undefined;
  readonly onEdit: (text: string) => void;
}

export function OwnInputs({ problem, text, refused, onEdit }: OwnInputsProps) {
  const { run } = useWords();
  const language = useCodeLanguage();
  const isProgram = problem.calling.io === "stdio";
  const field = useRef<HTMLTextAreaElement>(null);
  const isRefused = refused !== undefined;
  useEffect(() => {
    if (isRefused) field.current?.focus();
  }, [isRefused]);
  return (
    <div class="own-inputs">
      <label for="own-inputs">{isProgram ? run.ownTextsLabel(SEPARATOR) : run.ownLabel}</label>
      <textarea
        id="own-inputs"
        ref={field}
        rows={isProgram ? 5 : 3}
        spellcheck={false}
        autocapitalize="off"
        value={text}
        aria-invalid={isRefused}
        aria-describedby="own-inputs-hint"
        onInput={({ currentTarget }) => onEdit(currentTarget.value)}
      />
      <p id="own-inputs-hint" class={isRefused ? "complaint" : "hint"} aria-live="polite">
        {refused === undefined ? hint(problem, language, run) : complaint(refused, run)}
      </p>
    </div>
  );
}

const LONGEST_EXAMPLE = 120;

function hint(problem: PageProblem, language: CodeLanguage, run: Words["run"]): string {
  const { calling, examples, startCodes } = problem;
  if (calling.io === "stdio") return run.ownTextsHint;
  const [{ input } = { input: "" }] = examples;
  if (calling.argumentStyle === "single") return run.ownHint;
  const called =
    signatureOf(calling, startCodes[language], language) ?? calling.entryFunction ?? "solution";
  const example = input.length > LONGEST_EXAMPLE ? "" : VALUE_NOTATIONS[language](input);
  return run.argumentsHint(called, example);
}

function complaint(refused: UnusableInputs, run: Words["run"]): string {
  switch (refused.kind) {
    case "empty":
      return run.noInput;
    case "refused":
      return run.badLine(refused.lineNumber, run.inputFault[refused.why]);
    case "tooMany":
      return run.tooManyInputs;
  }
}
