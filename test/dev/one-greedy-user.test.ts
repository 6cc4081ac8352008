import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";

const GREEDY = { sub: "greedy", nickname: "Greedy" };
const MODEST = { sub: "modest", nickname: "Modest" };

/** Takes its time over each case, within the limit. */
const SLOW_CODE = `import time

def solution(n):
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    return n`;

describe("the development server", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python", hasCallerLimits: true });
    const cases = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ input: n, expected_output: n }));
    await world.putProblem({
      problemId: "long",
      timeLimitSeconds: 10,
      finalTestCases: cases(60),
    });
    await world.putProblem({ problemId: "short", finalTestCases: cases(2) });
  });
  afterAll(() => world.close());

  it("grades another user's submission while one has twelve under way", async () => {
    const answered: string[] = [];
    const greedy = Array.from({ length: 12 }, async () => {
      const answer = await world.grade({ problemId: "long", userCode: SLOW_CODE }, GREEDY);
      answered.push(answer.body.code ?? answer.body.status);
      return answer;
    });
    // Ten of the twelve are refused as soon as they turn out to be slow, or before they are tried; the
    // other two have the machine.
    await expect.poll(() => answered.length, { timeout: 20_000 }).toBe(10);
    const { status, body } = await world.grade(
      { problemId: "short", userCode: "def solution(n): return n" },
      MODEST,
    );
    expect([status, body.status]).toEqual([200, "ACCEPTED"]);
    expect(answered).toEqual(Array(10).fill("TooManyRequests"));
    const answers = await Promise.all(greedy);
    const verdicts = answers.filter((answer) => answer.status === 200);
    expect(verdicts.map((answer) => answer.body.status)).toEqual(["ACCEPTED", "ACCEPTED"]);
  });
});
