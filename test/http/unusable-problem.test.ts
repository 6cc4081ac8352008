import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["staff"] };

describe("GET /problems/:problemId, where something of the problem is not usable", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const read = async (problemId: string, user?: typeof STAFF) =>
    (await getAs(world, `/problems/${problemId}`, user)).body;

  it.each([
    ["no cases", { finalTestCases: [] }, "No test cases found for this problem."],
    [
      "a visibility that is none",
      { finalTestCases: [{ input: "SECRET", expected_output: "SECRET", visibility: "hiden" }] },
      'The visibility of test case 1 of this problem must be open, sample or hidden, not "hiden".',
    ],
    [
      "a checker that is missing",
      {
        judgeType: "checker",
        finalTestCases: [{ input: "SECRET", expected_output: "SECRET", visibility: "sample" }],
      },
      "The checker of this problem must be its Python source, since the judgeType is checker.",
    ],
  ])("shows what can be shown of a problem with %s, and what is wrong", async (_, item, fault) => {
    await world.putProblem({ problemId: "broken", description: "Still there", ...item });
    for (const user of [undefined, STAFF]) {
      const body = await read("broken", user);
      expect(body).toMatchObject({ description: "Still there", fault, totalCaseCount: 0 });
      expect(JSON.stringify(body)).not.toContain("SECRET");
    }
  });

  it("tells staff of settings that are not usable", async () => {
    const finalTestCases = [{ input: 1, expected_output: 1 }];
    await world.putProblem({ problemId: "typo", judgeType: "euqal", finalTestCases });
    expect((await read("typo", STAFF)).warnings).toEqual(['judgeType "euqal" is unknown']);
    expect(await read("typo")).not.toHaveProperty("warnings");
  });
});
