/** One thing that a stage has seen. */
export interface Finding {
  readonly kind: "holds" | "fails" | "warns" | "skipped";
  /** What is so, with its figures. */
  readonly sentence: string;
  /** What mends it, or shows more of it. */
  readonly command?: string;
}

const of = (kind: Finding["kind"]) => (sentence: string, command?: string) => ({
  kind,
  sentence,
  ...(command !== undefined && { command }),
});

export const holds = of("holds");
export const fails = of("fails");
export const warns = of("warns");
export const skipped = of("skipped");
