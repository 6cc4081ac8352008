import type { Finding } from "./finding.js";
import type { Circumstances, Facts, Known, Need } from "./known.js";

/** One thing to look at. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly Need[];
  /** What nothing can be done with where this stage fails. */
  readonly proves?: Need | undefined;
  run(known: Known): Promise<readonly Finding[]>;
}

/** A stage that is only run where all it needs is known. */
export function stage<Needed extends Need>(definition: {
  readonly name: string;
  readonly needs: readonly Needed[];
  readonly proves?: Need;
  run(
    known: Circumstances & Pick<Facts, Needed> & Partial<Facts>,
  ): Promise<readonly Finding[]> | readonly Finding[];
}): Stage {
  const { name, needs, proves } = definition;
  return {
    name,
    needs,
    proves,
    run: async (known) =>
      // The engine has looked that they are there.
      definition.run(known as Circumstances & Pick<Facts, Needed> & Partial<Facts>),
  };
}
