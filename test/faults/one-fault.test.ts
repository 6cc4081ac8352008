import { describe, expect, it, vi } from "vitest";
import { encounter } from "./encounter.js";
import { expectOutcome } from "./expect-outcome.js";
import { patienceMs } from "./fault-stage.js";
import { CALLS, placementsAt } from "./placement.js";
import { useFaultStage, WAYS } from "./use-fault-stage.js";
import { withOutcomes } from "./with-outcomes.js";

const LIMITS = { fetchKeysMs: 1000, invokeMs: 1000, gradingMs: 3000 };

vi.setConfig({ maxConcurrency: 5, testTimeout: 5 * patienceMs(LIMITS) });

describe.each(WAYS)("one fault on the way to a %s answer", (way) => {
  const withGrader = useFaultStage(LIMITS, way);

  it("can befall every call that the grader makes", () =>
    withGrader(async (stage, grader) => {
      const { outcome, calls } = await encounter(stage, grader, []);
      expect({ outcome, calls }).toEqual({ outcome: "answered", calls: CALLS });
    }));

  it.concurrent.each(withOutcomes(placementsAt(CALLS)))("when %s: %s", (_, expected, placement) =>
    expectOutcome(withGrader, placement, expected),
  );
});
