/** One thing that a stage has seen. */
export interface Finding {
  readonly kind: "holds" | "fails" | "warns" | "skipped";
  /** What is so, with its figures. */
  readonly sentence: string;
  /** What mends it, or shows more of it. */
  readonly command?: string;
}

const found = (kind: Finding["kind"], sentence: string, command?: string): Finding => ({
  kind,
  sentence,
  ...(command !== undefined && { command }),
});

/** @param command undefined only where no command of this machine says more, as of a dev server */
export const fails = (sentence: string, command: string | undefined) =>
  found("fails", sentence, command);
export const holds = (sentence: string) => found("holds", sentence);
export const warns = (sentence: string, command?: string) => found("warns", sentence, command);
export const skipped = (sentence: string, command?: string) => found("skipped", sentence, command);
