import { afterAll, beforeAll, expect, it } from "vitest";
import { useProblemFolders } from "../support/cli/problem-folders.js";
import { runCommand } from "../support/cli/run-command.js";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const folders = useProblemFolders();
let world: World;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
});
afterAll(() => world.close());

/** A command of which nothing but success is expected. */
async function grader(...args: readonly string[]): Promise<string> {
  const { status, out, err } = await runCommand(args, { folder: folders.root });
  expect({ status, out, err }).toMatchObject({ status: 0 });
  return out;
}

const GENERATOR = `def generate():
    yield {"input": 2, "expected_output": 4, "visibility": "sample"}
    yield {"input": 0}
    yield {"input": 2 ** 60 + 1}
`;

it("takes an author from nothing to a problem that is graded, mended and graded again", async () => {
  const endpoint = ["--endpoint", world.url];
  expect(await grader("problem", "new", "double")).toContain("double is begun");
  expect(await grader("problem", "check", "double")).toMatch(/It is as it should be\.\n$/);
  await grader("problem", "push", "double", "--yes", ...endpoint);

  const students = [
    {
      sub: "ann",
      code: "def solution(n):\n    return 2 * n",
      first: "ACCEPTED",
      later: "ACCEPTED",
    },
    {
      sub: "bob",
      code: "def solution(n):\n    return abs(2 * n)",
      first: "WRONG_ANSWER",
      later: "ACCEPTED",
    },
    {
      sub: "cid",
      code: "def solution(n):\n    return 2.0 * n",
      first: "ACCEPTED",
      later: "WRONG_ANSWER",
    },
  ];
  const ids = new Map<string, string>();
  for (const { sub, code, first } of students) {
    const answer = await world.grade({ problemId: "double", userCode: code }, { sub });
    expect({ sub, ...answer.body }).toMatchObject({ sub, status: first });
    ids.set(sub, String(answer.body.submissionId));
  }

  await folders.write("double", {
    "generate.py": GENERATOR,
    "solutions/wrong/float.py": "def solution(n):\n    return 2.0 * n\n",
  });
  await grader("problem", "generate", "double", "--yes");
  expect(await grader("problem", "check", "double")).toContain("double: 3 cases");
  const pushed = await runCommand(["problem", "push", "double", "--yes", ...endpoint], {
    folder: folders.root,
  });
  expect(pushed.err).toContain(
    "! verdicts so far were by other tests: regrade the problem's submissions",
  );

  const told = await grader("regrade", "double", "--yes", ...endpoint);
  expect(told).toContain("bob");
  for (const { sub, first, later } of students) {
    const { body } = await getAs(world, `/submissions/${ids.get(sub)}`, { sub });
    expect({ sub, ...body }).toMatchObject({
      sub,
      status: later,
      regraded: { previousStatus: first },
    });
  }
  expect(await grader("regrade", "double", "--yes", ...endpoint)).not.toContain("bob");
});
