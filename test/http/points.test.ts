import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const OWNER = { sub: "owner", nickname: "Owner" };

describe("points and groups", () => {
  let world: World;

  // Every case returns its input.
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const right = (members: object = {}) => ({ input: 1, expected_output: 1, ...members });
  const wrong = (members: object = {}) => ({ input: 1, expected_output: 2, ...members });

  async function gradeAgainst(finalTestCases: object[], attributes: object = {}) {
    await world.putProblem({ problemId: "p", finalTestCases, ...attributes });
    const { body } = await world.grade({ userCode: "x", problemId: "p" }, OWNER);
    const read = await getAs(world, `/submissions/${body.submissionId}`, OWNER);
    const told = ({ score, earnedPoints, totalPoints, results }: Record<string, unknown>) => {
      return { score, earnedPoints, totalPoints, results };
    };
    expect(told(read.body)).toEqual(told(body));
    return body;
  }

  it("make the score, and are told with their cases", async () => {
    const body = await gradeAgainst([
      right({ points: 2.5, name: "small" }),
      wrong({ points: 7.5, name: "large" }),
    ]);
    expect(body).toMatchObject({
      score: 25,
      earnedPoints: 2.5,
      totalPoints: 10,
      passedCaseCount: 1,
      results: [
        { name: "small", points: 2.5 },
        { name: "large", points: 7.5 },
      ],
    });
  });

  it("are earned by groups", async () => {
    const groups = [
      { id: "easy", points: 30, scoring: "sum" },
      { id: "hard", points: 60, scoring: "all" },
    ];
    const body = await gradeAgainst(
      [
        right({ group: "easy" }),
        wrong({ group: "easy", points: 2 }),
        right({ group: "hard" }),
        wrong({ group: "hard" }),
        right({ points: 10 }),
      ],
      { groups },
    );
    expect(body).toMatchObject({ score: 20, earnedPoints: 20, totalPoints: 100 });
    const told = body.results.map(({ group, points }: { group?: string; points: number }) => [
      group,
      points,
    ]);
    expect(told).toEqual([
      ["easy", 10],
      ["easy", 20],
      ["hard", 30],
      ["hard", 30],
      [undefined, 10],
    ]);
  });

  it("may be written as JSON text", async () => {
    const groups = '[{"id": "a", "points": 0.1, "scoring": "all"}]';
    const body = await gradeAgainst([right({ group: "a" }), right({ points: 0.2 })], { groups });
    expect(body).toMatchObject({ score: 100, earnedPoints: 0.3, totalPoints: 0.3 });
  });

  it("never score 100 for what is not accepted", async () => {
    expect(await gradeAgainst([right(), wrong({ points: 0 })])).toMatchObject({
      status: "WRONG_ANSWER",
      score: 99,
      earnedPoints: 1,
      totalPoints: 1,
    });
  });

  it("of 0 in all score 100 when accepted, else 0", async () => {
    expect(await gradeAgainst([right({ points: 0 })])).toMatchObject({
      score: 100,
      totalPoints: 0,
    });
    expect(await gradeAgainst([wrong({ points: 0 })])).toMatchObject({ score: 0, totalPoints: 0 });
  });

  it("are not told of where there are none", async () => {
    const body = await gradeAgainst([right({ name: "first" }), wrong()]);
    expect(body.score).toBe(50);
    expect(Object.keys(body)).not.toContain("totalPoints");
    expect(Object.keys(body.results[1])).not.toContain("points");
  });
});
