import { describe, it, vi } from "vitest";
import type { Call } from "../support/http/fault-proxy.js";
import { aftermath, type Encounter, encounter } from "./encounter.js";
import { hazardsToCombine } from "./hazards-to-combine.js";
import { CALLS, type Placement, placementsAt, titled } from "./placement.js";
import { useFaultStage, type Way } from "./use-fault-stage.js";

/** Short, since the pairs are many and none of them is about how long it takes. */
const LIMITS = { fetchKeysMs: 500, invokeMs: 500, gradingMs: 1500 };

const GRADERS_AT_ONCE = 6;

const MOST_PER_PAIR_MS = 1000;

/**
 * Tests of each fault at these calls together with each other one at each call that the grader makes
 * after it, retries and split batches included.
 */
export function describeFaultPairs(
  title: string,
  firstCalls: readonly Call[],
  way: Way = "plain",
): void {
  const hazards = hazardsToCombine();
  const firsts = placementsAt(firstCalls, hazards);
  const mostPairs = firsts.length * hazards.length * CALLS.length;
  vi.setConfig({ maxConcurrency: GRADERS_AT_ONCE, testTimeout: mostPairs * MOST_PER_PAIR_MS });

  describe(title, () => {
    const withGrader = useFaultStage(LIMITS, way);

    /** One grader meets these one after the other, and then works as if nothing had been. */
    const meet = (pairs: readonly (readonly Placement[])[]): Promise<Encounter | undefined> =>
      withGrader(async (stage, grader) => {
        let last: Encounter | undefined;
        for (const placements of pairs) {
          last = await encounter(stage, grader, placements).catch((cause) => {
            throw new Error(placements.map((one) => one.title).join(", "), { cause });
          });
        }
        if (last !== undefined) await aftermath(stage, grader, last);
        return last;
      });

    it.concurrent.each(titled(firsts))(
      "when %s, and then anything else befalls any call",
      async (_, first) => {
        const alone = await meet([[first]]);
        for (const call of callsAfter(first.call, alone?.calls ?? [])) {
          await meet(placementsAt([call], hazards).map((second) => [first, second]));
        }
      },
    );
  });
}

function callsAfter({ name, nth }: Call, calls: readonly Call[]): readonly Call[] {
  return calls.slice(1 + calls.findIndex((call) => call.name === name && call.nth === nth));
}
