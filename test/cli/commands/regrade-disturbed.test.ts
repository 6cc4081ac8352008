import { describe, expect, it } from "vitest";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import {
  echo,
  functionError,
  output,
  results,
  throttled,
} from "../../support/aws/scripted-lambda.js";
import { CASES, useRegradeStage } from "../../support/cli/regrade-stage.js";
import { runCommand } from "../../support/cli/run-command.js";
import { gradedSubmission } from "../../support/graded-submission.js";

describe("grader regrade, when something comes between", () => {
  const stage = useRegradeStage();
  const { regrade, put, stored } = stage;

  it("leaves alone what its student sends anew while it is being graded", async () => {
    const submissionId = await put();
    stage.lambda.play(async (invocation) => {
      await put({ submissionId, userCode: "newer", testSetHash: "newer" });
      return echo(invocation);
    });
    const { status, err } = await regrade("--yes", "--limit", "1");
    expect(status).toBe(0);
    expect(err).toContain("Sent anew, graded or removed meanwhile, and so left alone: 1.");
    expect(await stored(submissionId)).toMatchObject({ userCode: "newer", testSetHash: "newer" });
  });

  const late = { timedOut: true, isSuccessful: false, reason: "CPU_LIMIT", returnValue: null };

  it("believes a new time-out only when it comes again", async () => {
    const submissionId = await put();
    let runs = 0;
    stage.lambda.play(({ event }) => {
      runs += 1;
      return results(
        event.inputs.map((input) => output(runs === 1 ? late : { returnValue: input })),
      );
    });
    await regrade("--yes");
    expect(runs).toBe(2);
    expect(await stored(submissionId)).toMatchObject({ status: "WRONG_ANSWER", score: 50 });
    await stage.world.putProblem({ problemId: stage.problemId, finalTestCases: CASES.slice(0, 1) });
    stage.lambda.play(({ event }) => results(event.inputs.map(() => output(late))));
    await regrade("--yes");
    expect(stage.lambda.invocations).toHaveLength(2);
    expect(await stored(submissionId)).toMatchObject({ status: "TIME_LIMIT_EXCEEDED" });
  });

  it("believes a time-out that was there before at once", async () => {
    const timedOut = { caseNumber: 1, executionTime: 2, stdout: null, stderr: null };
    await put({
      status: "TIME_LIMIT_EXCEEDED",
      results: [1, 2].map((caseNumber) => ({
        ...timedOut,
        caseNumber,
        status: "TIME_LIMIT_EXCEEDED",
      })),
    });
    stage.lambda.play(({ event }) => results(event.inputs.map(() => output(late))));
    await regrade("--yes");
    expect(stage.lambda.invocations).toHaveLength(1);
  });

  it("never replaces a verdict by INTERNAL_ERROR", async () => {
    const submissionId = await put();
    const before = await stored(submissionId);
    stage.lambda.play(() => functionError("Runtime.ExitError", "it died"));
    const { status, err } = await regrade("--yes");
    expect(status).toBe(1);
    expect(err).toContain(
      "Not graded, so that the old verdict stays: 1 (test case 1 ended as INTERNAL_ERROR (EXECUTOR_ERROR)).",
    );
    expect(err).toContain('executor.died {"firstCase":1');
    expect(await stored(submissionId)).toEqual(before);
  });

  it("stops when the executor fails at everything", async () => {
    for (let index = 0; index < 25; index += 1) await put();
    stage.lambda.play(() => functionError("Runtime.ExitError", "it died"));
    const { status, err } = await regrade("--yes", "--concurrency", "1");
    expect(status).toBe(1);
    expect(err).toContain("20 submissions in a row could not be graded");
    // Two cases, and each once more by itself.
    expect(stage.lambda.invocations).toHaveLength(20 * 3);
  });

  it("waits while executors are busy", async () => {
    const submissionId = await put();
    let refused = 0;
    stage.lambda.play((invocation) => {
      refused += 1;
      return refused <= 4 ? throttled() : echo(invocation);
    });
    const { status } = await regrade("--yes");
    expect(status).toBe(0);
    expect(await stored(submissionId)).toMatchObject({ status: "WRONG_ANSWER" });
  });

  it("keeps the verdict of a language without a runner", async () => {
    const submissionId = await put({ language: "cobol" });
    const { status, err } = await regrade("--yes");
    expect(status).toBe(1);
    expect(err).toContain("1 (its language (cobol) has no runner).");
    expect(await stored(submissionId)).not.toHaveProperty("regraded");
  });

  it("stops once the problem's tests change", async () => {
    const many = Array.from({ length: 120 }, () =>
      gradedSubmission({ problemId: stage.problemId }),
    );
    await putSubmissions(stage.world.stack.documents, stage.world.stack.tables.submissions, many);
    let runs = 0;
    stage.lambda.play(async (invocation) => {
      runs += 1;
      if (runs === 20)
        await stage.world.putProblem({
          problemId: stage.problemId,
          finalTestCases: CASES.slice(0, 1),
        });
      return echo(invocation);
    });
    const { status, err } = await regrade("--yes", "--concurrency", "1");
    expect(status).toBe(1);
    expect(err).toContain("100 are stored. Start again to do the rest.");
    expect(err).toMatch(/The tests of .* have changed meanwhile\./);
  });

  it("stops at Ctrl-C, with every verdict old or new", async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => put()));
    const controller = new AbortController();
    stage.lambda.play((invocation) => {
      if (stage.lambda.invocations.length === 2) controller.abort();
      return echo(invocation);
    });
    const args = [
      "regrade",
      stage.problemId,
      "--endpoint",
      stage.world.url,
      "--yes",
      "--concurrency",
      "1",
    ];
    const { status } = await runCommand(args, { signal: controller.signal });
    expect(status).toBe(130);
    const items = await Promise.all(ids.map(stored));
    expect(items.filter((item) => item?.regraded !== undefined)).toHaveLength(1);
  });

  it("refuses a problem that cannot be used, and says why", async () => {
    const submissionId = await put();
    await stage.world.putProblem({ problemId: stage.problemId, finalTestCases: "[{" });
    const { status, err } = await regrade("--yes");
    expect(status).toBe(1);
    expect(err).toMatch(/^The problem cannot be used, so nothing can be graded by it: /);
    expect(await stored(submissionId)).not.toHaveProperty("regraded");
  });
});
