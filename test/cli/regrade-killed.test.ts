import { expect, it } from "vitest";
import { killedRegrade } from "../../bench/regrade/killed-regrade.js";
import { localPython } from "../support/world.js";

it("grades every submission again, though it is killed again and again on the way", async () => {
  const said: string[] = [];
  const { faults, told, status } = await killedRegrade({
    python: localPython().path,
    submissions: 200,
    students: 8,
    kills: 4,
    concurrency: 3,
    say: (text) => said.push(text),
  });
  expect({ faults, status }, said.slice(-20).join("\n")).toEqual({ faults: [], status: 0 });
  expect(told).toHaveLength(5);
  // A run goes on where the one before was killed: what was stored is not graded again.
  const toldInAll = told.reduce((sum, count) => sum + count, 0);
  expect(toldInAll).toBeLessThanOrEqual(200);
  expect(toldInAll).toBeGreaterThanOrEqual(200 - 4 * 3);
}, 180_000);
