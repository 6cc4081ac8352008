import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Submission } from "../../../api/domain/submission.js";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import { echo, type Invocation } from "../../support/aws/scripted-lambda.js";
import { useRegradeStage } from "../../support/cli/regrade-stage.js";
import { type CommandRun, runCommand } from "../../support/cli/run-command.js";
import { gradedSubmission } from "../../support/graded-submission.js";
import { getAs } from "../../support/http/get-as.js";
import { startWorld } from "../../support/world.js";

describe("grader regrade", () => {
  const stage = useRegradeStage();
  const { command, regrade, put, stored } = stage;

  it("without --yes shows who would have which verdict, and stores nothing", async () => {
    const submissionId = await put({ author: "Jimin" });
    const before = await stored(submissionId);
    const { status, out, err } = await regrade();
    expect({ status, out }).toEqual({
      status: 0,
      out: `${submissionId}  Jimin  ACCEPTED 100 -> WRONG_ANSWER 50\n`,
    });
    expect(err).toContain("Running the newest 1 to see what would change; nothing is stored");
    expect(err).toContain("1 would have another verdict or score, 0 the same.");
    expect(err).toContain("Nothing was stored. Add --yes");
    expect(await stored(submissionId)).toEqual(before);
  });

  it("runs no more than --limit, the newest, to show it", async () => {
    await put({ submissionTime: 1 });
    const newest = await put({ submissionTime: 2 });
    const { out, err } = await regrade("--limit", "1");
    expect(out).toContain(newest);
    expect(stage.lambda.invocations).toHaveLength(1);
    expect(err).toContain("Graded again: 1.");
  });

  it("with --yes stores each new verdict beside what it replaces, and changes nothing else", async () => {
    const submissionId = await put();
    const before = await stored(submissionId);
    const { status, err } = await regrade("--yes");
    expect(status).toBe(0);
    expect(err).toMatch(/^1 of the 1 submission of .*: grade them by the present tests/);
    expect(err).toContain("Graded again: 1. 1 have another verdict or score, 0 the same.");
    const after = await stored(submissionId);
    expect(after).toEqual({
      ...before,
      status: "WRONG_ANSWER",
      score: 50,
      errorMessage: "Failed at test case 2: WRONG_ANSWER",
      executionTime: 0.01,
      passedCaseCount: 1,
      totalCaseCount: 2,
      results: [
        expect.objectContaining({ caseNumber: 1, status: "ACCEPTED" }),
        expect.objectContaining({ caseNumber: 2, status: "WRONG_ANSWER" }),
      ],
      testSetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      regraded: {
        previousStatus: "ACCEPTED",
        previousScore: 100,
        previousTestSetHash: "old",
        regradeTime: expect.any(Number),
      },
    });
    const owner = { sub: "owner", nickname: "Owner" };
    const { body } = await getAs(stage.world, `/submissions/${submissionId}`, owner);
    expect(body).toMatchObject({ status: "WRONG_ANSWER", regraded: { previousScore: 100 } });
  });

  it("has nothing to do once all were graded by the present tests", async () => {
    await put();
    await regrade("--yes");
    stage.lambda.play();
    const { status, err } = await regrade("--yes");
    expect(status).toBe(0);
    expect(err).toMatch(/^None of the 1 submission .* by other tests than the present ones\.\n$/);
    expect(stage.lambda.invocations).toEqual([]);
  });

  it("asks on a terminal, and stores what it has shown without running it again", async () => {
    const submissionId = await put();
    const { status, err } = await command([], ["y"]);
    expect(status).toBe(0);
    expect(err).toContain("Store 1 verdict.");
    expect(stage.lambda.invocations).toHaveLength(1);
    expect(await stored(submissionId)).toMatchObject({ status: "WRONG_ANSWER" });
  });

  it("after a yes also grades those beyond the hundred that were shown", async () => {
    const many = Array.from({ length: 103 }, () =>
      gradedSubmission({ problemId: stage.problemId }),
    );
    await putSubmissions(stage.world.stack.documents, stage.world.stack.tables.submissions, many);
    const { status, err } = await command([], ["yes"]);
    expect(status).toBe(0);
    expect(err).toContain("Store 100 verdicts, then 3 more: grade them by the present tests");
    expect(err).toContain("Graded again: 103.");
    expect(stage.lambda.invocations).toHaveLength(103);
  });

  it.each(["n", ""])("ends with 1 when the answer is %j, with nothing stored", async (answer) => {
    const submissionId = await put();
    const { status, err } = await command([], [answer]);
    expect(status).toBe(1);
    expect(err).toContain("Nothing was written.");
    expect(await stored(submissionId)).toMatchObject({ status: "ACCEPTED" });
  });

  it("tells programs all of it as JSON", async () => {
    const submissionId = await put({ userId: "u", author: "A" });
    await put({ userCode: undefined as never });
    const report = (run: CommandRun) => JSON.parse(run.out);
    const expected = {
      problemId: stage.problemId,
      testSetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      submissionCount: 2,
      outdatedCount: 2,
      gradedCount: 1,
      overtakenCount: 0,
      changes: [
        {
          submissionId,
          userId: "u",
          author: "A",
          from: { status: "ACCEPTED", score: 100 },
          to: { status: "WRONG_ANSWER", score: 50 },
        },
      ],
      kept: [{ submissionId: expect.any(String), reason: "its code or its user is not stored" }],
    };
    const dry = await command(["--json"], ["y"]);
    expect(report(dry)).toEqual({ ...expected, isDryRun: true, storedCount: 0 });
    const done = await regrade("--json", "--yes");
    expect(report(done)).toEqual({ ...expected, isDryRun: false, storedCount: 1 });
    expect([dry.status, done.status]).toEqual([1, 1]);
  });

  it("runs each submission as its own student's tenant", async () => {
    for (const userId of ["ann", "bob", "ann"]) await put({ userId });
    await regrade("--yes");
    const tenants = stage.lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"]);
    expect(tenants.toSorted()).toEqual(["ann", "ann", "bob"]);
  });

  it("never runs two submissions of one student at once, nor more than --concurrency", async () => {
    for (const userId of ["ann", "bob", "cid", "ann", "bob", "cid"]) await put({ userId });
    const open = new Map<unknown, number>();
    let mostOfOne = 0;
    stage.lambda.play(async (invocation: Invocation) => {
      const tenant = invocation.headers["x-amz-tenant-id"];
      open.set(tenant, (open.get(tenant) ?? 0) + 1);
      mostOfOne = Math.max(mostOfOne, ...open.values());
      await delay(30);
      open.set(tenant, (open.get(tenant) ?? 0) - 1);
      return echo(invocation);
    });
    await regrade("--yes", "--concurrency", "2");
    expect([stage.lambda.mostAtOnce, mostOfOne]).toEqual([2, 1]);
  });

  it("begins no more submissions a second than --rate", async () => {
    for (const _ of [1, 2, 3, 4, 5]) await put();
    const begun = performance.now();
    await regrade("--yes", "--rate", "4");
    expect(performance.now() - begun).toBeGreaterThan(1000);
  });

  it.each<[string, Partial<Submission>, readonly string[]]>([
    ["--user", { userId: "wanted" }, ["--user", "wanted"]],
    ["--status", { status: "RUNTIME_ERROR" }, ["--status", "runtime_error,INTERNAL_ERROR"]],
    ["--since", { submissionTime: 1_800_000_000 }, ["--since", "2027-01-01"]],
    ["--limit", { submissionTime: 1_700_000_001 }, ["--limit", "1"]],
  ])("takes with %s those submissions alone", async (_, changes, options) => {
    const other = await put({ submissionTime: 1_700_000_000 });
    const wanted = await put({ submissionTime: 1_700_000_000, ...changes });
    await regrade("--yes", ...options);
    expect(await stored(wanted)).toHaveProperty("regraded");
    expect(await stored(other)).not.toHaveProperty("regraded");
  });

  it("ends with 1 for a problem that is not there", async () => {
    const args = ["regrade", "nowhere", "--endpoint", stage.world.url, "--yes"];
    const { status, err } = await runCommand(args);
    expect({ status, err }).toEqual({
      status: 1,
      err: 'There is no problem "nowhere"; check problemId.\n',
    });
  });

  it.each([
    [["--status", "GOOD"], "GOOD is no status. It is one of ACCEPTED, "],
    [["--since", "yesterday"], "It must be a time as in 2026-11-01"],
    [["--limit", "0"], "It must be a whole number from 1."],
    [["--rate", "0"], "It must be a number above 0"],
    [["--concurrency", "51"], "It must be a whole number from 1 to 50."],
  ])("ends with 2 at misuse: %j", async (args, sentence) => {
    const { status, err } = await regrade(...args);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
  });
});

it("says so where no code runs", async () => {
  const world = await startWorld();
  const { status, err } = await runCommand(["regrade", "p", "--endpoint", world.url]);
  expect(status).toBe(3);
  expect(err).toContain("Nothing can be graded: this dev server runs no code (--mock-executor)");
  await world.close();
});
