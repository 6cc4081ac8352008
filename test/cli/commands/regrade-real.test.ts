import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../../support/cli/run-command.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
});
afterAll(() => world.close());

const regrade = (problemId: string) =>
  runCommand(["regrade", problemId, "--endpoint", world.url, "--yes", "--rate", "100"]);

const submit = async (problemId: string, userCode: string, sub: string, more: object = {}) => {
  const answer = await world.grade({ problemId, userCode, ...more }, { sub, nickname: sub });
  return String(answer.body.submissionId);
};

interface Item extends Record<string, unknown> {
  readonly results: readonly Record<string, unknown>[];
}

const stored = async (submissionId: string) =>
  (await world.storedSubmission(submissionId)) as Item | undefined;

it("runs the author's new checker, and counts the new points", async () => {
  const problem = {
    problemId: "any-divisor",
    judgeType: "checker",
    groups: [{ id: "large", points: 9, scoring: "all" }],
    finalTestCases: [
      { input: 12, expected_output: null },
      { input: 35, expected_output: null, group: "large" },
    ],
  };
  await world.putProblem({ ...problem, checker: "def check(i, e, a):\n    return False" });
  const right = await submit(
    "any-divisor",
    "def solution(n):\n    return next(d for d in range(2, n) if n % d == 0)",
    "ann",
  );
  const half = await submit("any-divisor", "def solution(n):\n    return 6", "bob");
  expect(await stored(right)).toMatchObject({ status: "WRONG_ANSWER", earnedPoints: 0 });
  const checker = "def check(i, e, a):\n    return 1 < a < i and i % a == 0";
  await world.putProblem({ ...problem, checker });
  const { status, out } = await regrade("any-divisor");
  expect(status).toBe(0);
  expect(out.trimEnd().split("\n").toSorted()).toEqual(
    [
      `${right}  ann  WRONG_ANSWER 0 -> ACCEPTED 100`,
      `${half}  bob  WRONG_ANSWER 0 -> WRONG_ANSWER 10`,
    ].toSorted(),
  );
  expect(await stored(right)).toMatchObject({ earnedPoints: 10, totalPoints: 10 });
  expect(await stored(half)).toMatchObject({ earnedPoints: 1, totalPoints: 10, score: 10 });
});

it("gives what a submission would have been given by the new tests at first", async () => {
  await world.putProblem({
    problemId: "mended",
    finalTestCases: [{ input: 1, expected_output: 0 }],
  });
  const codes = [
    "def solution(n):\n    return n",
    "def solution(n):\n    print('seen', n)\n    return [][n]",
    "def solution(n):\n    return n if n == 1 else None",
    "def solution(n) return n",
  ];
  const ids = await Promise.all(codes.map((code, index) => submit("mended", code, `s${index}`)));
  await world.putProblem({
    problemId: "mended",
    finalTestCases: [
      { input: 1, expected_output: 1, visibility: "sample" },
      { input: 2, expected_output: 2, visibility: "hidden" },
    ],
  });
  expect((await regrade("mended")).status).toBe(0);
  for (const [index, code] of codes.entries()) {
    const fresh = await stored(await submit("mended", code, `s${index}`));
    const again = await stored(ids[index] ?? "");
    const told = (item: typeof fresh) =>
      item?.results.map((result) => ({
        ...result,
        executionTime: 0,
        cpuTime: 0,
        peakMemoryKb: 0,
      }));
    expect(told(again)).toEqual(told(fresh));
    for (const name of ["status", "score", "errorMessage", "testSetHash", "totalCaseCount"])
      expect([name, again?.[name]]).toEqual([name, fresh?.[name]]);
  }
});
