import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { startWorld, type World } from "../support/world.js";

const seedProblems = await loadSeedProblems();

describe("a seeded problem", () => {
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

  it.each(cases)("does not accept its wrong solution: %s", async (problemId, { wrongSolution }) => {
    const { status, body } = await world.grade({ userCode: wrongSolution, problemId });
    expect(status).toBe(200);
    expect(body.status).not.toMatch(/ACCEPTED|INTERNAL_ERROR/);
    expect(body.score).toBeLessThan(100);
  });

  it("is one of at least eight, which use every judge type between them", () => {
    expect(seedProblems.length).toBeGreaterThanOrEqual(8);
    const judgeTypes = new Set(seedProblems.map(({ item }) => item.judgeType));
    expect([...judgeTypes].sort()).toEqual(["equal", "float_eps", "unordered_equal"]);
  });
});
