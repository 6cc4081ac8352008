import { randomUUID } from "node:crypto";
import { describe, it, vi } from "vitest";
import { newStudent, submit } from "./encounter.js";
import { type FaultLimits, type FaultyGrader, patienceMs } from "./fault-stage.js";
import { hazardsToCombine } from "./hazards-to-combine.js";
import { outcomeOf } from "./outcome-of.js";
import { CALLS, type Placement, placementsAt, planOf, titled } from "./placement.js";
import { type Attempt, expectOneOwner, expectTruth } from "./truth.js";
import { useFaultStage, WAYS } from "./use-fault-stage.js";

const LIMITS: FaultLimits = { fetchKeysMs: 500, invokeMs: 500, gradingMs: 1500 };

vi.setConfig({ maxConcurrency: 6, testTimeout: 5 * patienceMs(LIMITS) });

/** Two new students submit through one grader while this happens to whichever call it reaches. */
async function submitTogether(
  grader: FaultyGrader,
  placement: Placement,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<readonly Attempt[]> {
  await grader.expose(planOf([placement]));
  const attempts = await Promise.all(
    [newStudent(), newStudent()].map(async (student) => {
      return { student, told: await submit(grader, student, fields) };
    }),
  );
  await grader.relieve();
  return attempts;
}

describe.each(WAYS)("two students at the same time: %s", (way) => {
  const withGrader = useFaultStage(LIMITS, way);
  const hazards = hazardsToCombine();

  it.concurrent.each(titled(placementsAt(CALLS, hazards)))(
    "get each their own when %s",
    (_, placement) =>
      withGrader(async (stage, grader) => {
        for (const { student, told } of await submitTogether(grader, placement)) {
          outcomeOf(told, student);
          expectTruth(told, await stage.submissionsOf(student.sub), student);
        }
      }),
  );

  const writes = [1, 2].map((nth) => ({ name: "PutItem" as const, nth }));

  it.concurrent.each(titled(placementsAt(writes, hazards)))(
    "cannot both have one submissionId when %s",
    (_, placement) =>
      withGrader(async (stage, grader) => {
        const submissionId = randomUUID();
        const attempts = await submitTogether(grader, placement, { submissionId });
        expectOneOwner(attempts, await stage.world.storedSubmission(submissionId));
      }),
  );
});
