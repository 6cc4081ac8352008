import { expect } from "vitest";
import { aftermath, encounter } from "./encounter.js";
import type { Placement } from "./placement.js";
import { undisturbed } from "./undisturbed.js";
import type { WithGrader } from "./use-fault-stage.js";

/** Fails unless a submission that meets this alone comes to that, and the next one is answered. */
export function expectOutcome(
  withGrader: WithGrader,
  placement: Placement,
  expected: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return undisturbed(() =>
    withGrader(async (stage, grader) => {
      const encountered = await encounter(stage, grader, [placement], fields);
      expect(encountered.outcome).toBe(expected);
      await aftermath(stage, grader, encountered);
    }),
  );
}
