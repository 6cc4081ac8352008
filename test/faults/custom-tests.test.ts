import { describe, expect, it, vi } from "vitest";
import { encounter } from "./encounter.js";
import { CUSTOM_TESTS } from "./exam.js";
import { expectOutcome } from "./expect-outcome.js";
import { patienceMs } from "./fault-stage.js";
import { CALLS, placementsAt } from "./placement.js";
import { useFaultStage, WAYS } from "./use-fault-stage.js";
import { withOutcomes } from "./with-outcomes.js";

const LIMITS = { fetchKeysMs: 1000, invokeMs: 1000, gradingMs: 3000 };

vi.setConfig({ maxConcurrency: 5, testTimeout: 5 * patienceMs(LIMITS) });

describe.each(WAYS)("one fault while custom tests run: %s", (way) => {
  const withGrader = useFaultStage(LIMITS, way);
  const calls = CALLS.filter(({ name }) => name !== "PutItem");

  it("can befall every call, of which none writes", () =>
    withGrader(async (stage, grader) => {
      const ran = await encounter(stage, grader, [], CUSTOM_TESTS);
      expect([ran.outcome, ran.calls]).toEqual(["answered", calls]);
    }));

  it.concurrent.each(withOutcomes(placementsAt(calls)))(
    "stores nothing when %s: %s",
    (_, expected, placement) => expectOutcome(withGrader, placement, expected, CUSTOM_TESTS),
  );
});
