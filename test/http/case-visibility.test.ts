import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../support/aws/scripted-lambda.js";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const OWNER = { sub: "owner", nickname: "Owner" };
const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["students", "staff"] };

describe("the visibility of a problem's cases", () => {
  let world: World;
  let lambda: ScriptedLambda;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
  });
  beforeEach(() => lambda.play());
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const grade = async (user: typeof OWNER = OWNER) =>
    (await world.grade({ userCode: "x", problemId: "p" }, user)).body;

  const read = async ({ submissionId }: { submissionId: string }, user: typeof OWNER = OWNER) =>
    (await getAs(world, `/submissions/${submissionId}`, user)).body;

  const CASES = [
    { input: [1], expected_output: [1], visibility: "sample" },
    { input: [2], expected_output: [3] },
  ];

  it("shows of a sample what went in, what was expected and what came out", async () => {
    await world.putProblem({ problemId: "p", finalTestCases: CASES });
    const graded = await grade();
    expect(graded.results[0]).toMatchObject({
      status: "ACCEPTED",
      input: "[1]",
      expectedOutput: "[1]",
      returnValue: "[1]",
    });
    expect(Object.keys(graded.results[1])).not.toContain("input");
    expect((await read(graded)).results).toEqual(graded.results);
  });

  it("shows the values of a sample as they were written, and 2,000 characters of them", async () => {
    const finalTestCases = `[{"input": {"10": 1.0,"9":1e400}, "expected_output": "${"😀".repeat(3000)}"}]`;
    await world.putProblem({ problemId: "p", caseVisibility: "sample", finalTestCases });
    lambda.play(() => results([output({ returnValue: "r".repeat(3000) })]));
    const [shown] = (await grade()).results;
    expect(shown.input).toBe('{"10": 1.0,"9":1e400}');
    expect(shown.expectedOutput).toBe(`"${"😀".repeat(1999)}`);
    expect(shown.returnValue).toBe(`"${"r".repeat(1999)}`);
  });

  it("shows the texts of a program's sample themselves", async () => {
    const finalTestCases = [{ input: "1 2\n", expected_output: "1 2\n" }];
    await world.putProblem({
      problemId: "p",
      caseVisibility: "sample",
      io: "stdio",
      finalTestCases,
    });
    const [shown] = (await grade()).results;
    expect(shown).toMatchObject({ input: "1 2\n", expectedOutput: "1 2\n", returnValue: "1 2\n" });
  });

  it("has no returned value of a run that did not return", async () => {
    await world.putProblem({ problemId: "p", caseVisibility: "sample", finalTestCases: CASES });
    lambda.play(() => results([output(), output({ isSuccessful: false, reason: "EXCEPTION" })]));
    const [, failed] = (await grade()).results;
    expect(failed).toMatchObject({ input: "[2]", expectedOutput: "[3]" });
    expect(failed).not.toHaveProperty("returnValue");
  });

  it("is the problem's for the cases that do not say", async () => {
    await world.putProblem({ problemId: "p", caseVisibility: "hidden", finalTestCases: CASES });
    lambda.play(() => results([output({ stdout: "seen" }), output({ stdout: "unseen" })]));
    const graded = await grade();
    const stdouts = graded.results.map(({ stdout }: { stdout: string }) => stdout);
    expect(stdouts).toEqual(["seen", null]);
  });

  it("is what it is when a submission is read, not what it was when it was graded", async () => {
    const stored = (caseVisibility: string) =>
      world.putProblem({
        problemId: "p",
        caseVisibility,
        finalTestCases: [{ input: "the input", expected_output: 1 }],
      });
    await stored("hidden");
    const graded = await grade();
    expect(JSON.stringify(graded)).not.toContain("the input");
    await stored("sample");
    expect((await read(graded)).results[0]).toMatchObject({
      input: '"the input"',
      returnValue: '"the input"',
    });
    await stored("open");
    expect(Object.keys((await read(graded)).results[0])).toEqual([
      "caseNumber",
      "status",
      "executionTime",
      "stdout",
      "stderr",
      "peakMemoryKb",
      "cpuTime",
    ]);
    await stored("hidden");
    expect((await read(graded)).results).toEqual(graded.results);
  });

  it("is hidden once the tests are others, or the problem is gone or unusable", async () => {
    const put = (...first: object[]) =>
      world.putProblem({
        problemId: "p",
        finalTestCases: [...first, { input: 1, expected_output: 1, visibility: "hidden" }],
      });
    const sample = { input: 2, expected_output: 2, visibility: "sample" };
    await put(sample);
    lambda.play(() => results([output({ stdout: "printed 1" }), output({ stdout: "printed 2" })]));
    const graded = await grade();
    expect(graded.results[0].stdout).toBe("printed 1");
    // What was the hidden case is in the place of a sample now.
    await put(sample, sample);
    expect(JSON.stringify(await read(graded))).not.toContain("printed");
    await world.putProblem({ problemId: "p", caseVisibility: "opne", finalTestCases: [sample] });
    expect(JSON.stringify(await read(graded))).not.toContain("printed");
  });

  it("is nothing to staff, which sees all of everybody's submissions and their tests' hash", async () => {
    await world.putProblem({ problemId: "p", caseVisibility: "hidden", finalTestCases: CASES });
    lambda.play(() => results([output({ stdout: "printed" }), output({ stdout: "printed" })]));
    const own = await grade(STAFF);
    const theirs = await grade();
    expect(theirs).not.toHaveProperty("testSetHash");
    expect(theirs.results[1].stdout).toBe(null);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    for (const seen of [own, await read(own, STAFF), await read(theirs, STAFF)]) {
      expect(seen.testSetHash).toEqual(hash);
      expect(seen.results[1]).toMatchObject({
        stdout: "printed",
        input: "[2]",
        expectedOutput: "[3]",
        peakMemoryKb: 9000,
      });
    }
    expect(await read(theirs, STAFF)).toMatchObject({ userCode: "x", userId: "owner" });
    expect(await read(theirs)).not.toHaveProperty("testSetHash");
    const nobody = { sub: "other", nickname: "Other", "cognito:groups": ["stuff"] };
    expect(await read(theirs, nobody)).not.toHaveProperty("results");
  });

  it("is stored whole", async () => {
    await world.putProblem({ problemId: "p", caseVisibility: "hidden", finalTestCases: CASES });
    const stderr = '{"error": "ValueError: the fault"}';
    const failed = { isSuccessful: false, reason: "EXCEPTION", stdout: "printed", stderr };
    lambda.play(() => results([output({ returnValue: [7] }), output(failed)]));
    const { submissionId } = await grade();
    const stored = await world.storedSubmission(submissionId);
    expect(stored).toMatchObject({
      testSetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      results: [
        { returnValue: "[7]" },
        { stdout: "printed", stderr, error: "ValueError: the fault", peakMemoryKb: 9000 },
      ],
    });
    expect(stored).not.toHaveProperty("results.0.input");
  });
});
