import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSeedProblems, SEED_FOLDER } from "../../../dev/seed/seed-problems.js";
import { runCommand } from "../../support/cli/run-command.js";
import { startWorld, type World } from "../../support/world.js";

const seedProblems = await loadSeedProblems();

// 2,000 cases are 2,000 processes, and what is slow takes its limit.
describe("a seeded problem", { timeout: 120_000 }, () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  const cases = seedProblems.map((problem) => [problem.item.problemId, problem] as const);

  it.each(cases)("accepts its model solution: %s", async (problemId, { item, modelSolution }) => {
    const { status, body } = await world.grade({ userCode: modelSolution, problemId });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "ACCEPTED",
      score: 100,
      errorMessage: null,
      problemTitle: item.title,
      problemTitleTranslated: item.title_translated,
    });
    expect(body.passedCaseCount).toBe(body.totalCaseCount);
    expect(body.totalCaseCount).toBeGreaterThan(0);
    await expect(world.storedSubmission(body.submissionId)).resolves.toMatchObject({ score: 100 });
  });

  it.each(cases)(
    "has solutions that end as their folders say: %s",
    async (problemId, { solutions }) => {
      const { status, out } = await runCommand(["problem", "check", join(SEED_FOLDER, problemId)]);
      expect(out).not.toContain("FAULT");
      expect(out.match(/^ {2}ok /gm)).toHaveLength(solutions.length);
      expect(status).toBe(0);
    },
  );

  it("tells what its checker says, and gives a part for a part", async () => {
    const userCode =
      "def pack(items, capacity): return [0] if items and items[0][0] <= capacity else []";
    const { body } = await world.grade({ userCode, problemId: "pack-the-suitcase" });
    expect(body.results[0]).toMatchObject({
      status: "WRONG_ANSWER",
      message: expect.stringMatching(/\w/),
    });
    expect(body.score).toBeGreaterThan((100 * body.passedCaseCount) / body.totalCaseCount);
    expect(body.score).toBeLessThan(100);
  });

  it("counts by its groups, and hides the cases that are hidden", async () => {
    const userCode = "def solution(data): return len(data) if data == sorted(set(data)) else 1";
    const { body } = await world.grade({ userCode, problemId: "longest-climb" });
    expect(body).toMatchObject({ totalPoints: 100, status: "WRONG_ANSWER" });
    expect(body.earnedPoints).toBeGreaterThan(0);
    expect(body.earnedPoints).toBeLessThan(100);
    const [first, , third] = body.results;
    expect(first).toMatchObject({ expectedOutput: "4", returnValue: "1", group: "examples" });
    expect(third).not.toHaveProperty("input");
  });
});
