import { describe, expect, it } from "vitest";
import { toJsonText } from "../../../api/domain/json.js";
import { echo } from "../../support/aws/scripted-lambda.js";
import type { Answer } from "../../support/world.js";
import { useBoundedExecutor } from "./use-bounded-executor.js";

const NEVER = new AbortController().signal;

const JOB = {
  code: "x",
  language: "python3.12" as const,
  timeLimitMs: 1000,
  budgetMs: 1500,
  inputs: [toJsonText(1)],
};

describe("an executor of one machine", () => {
  const machine = useBoundedExecutor();
  const { bounded, start, gate, runsBegun } = machine;

  const REFUSED = { status: 503, body: { code: "ExecutorBusy" } };

  it("refuses at once, unrun and unstored, who comes when as many wait as may", async () => {
    const { grade, storedSubmission } = await start({ concurrency: 2, maxQueued: 3 });
    const open = gate();
    const ids = Array.from({ length: 12 }, (_, index) => `submission-${index}`);
    const refused: Answer[] = [];
    const all = ids.map(async (submissionId) => {
      const user = { sub: submissionId, nickname: submissionId };
      const answer = await grade({ userCode: "x", problemId: "small", submissionId }, user);
      if (answer.status === 503) refused.push(answer);
      return answer;
    });
    await expect.poll(() => refused.length, { interval: 5 }).toBe(7);
    await runsBegun(2);
    open();
    for (const [index, answer] of (await Promise.all(all)).entries()) {
      const stored = await storedSubmission(ids[index] ?? "");
      if (answer.status === 503) {
        expect(answer).toMatchObject(REFUSED);
        expect(answer.headers.get("Retry-After")).toBe("2");
        expect(stored).toBeUndefined();
      } else {
        expect(answer.body).toMatchObject({ status: "ACCEPTED", score: 100 });
        expect(stored).toMatchObject({ status: "ACCEPTED", userId: ids[index] });
      }
    }
    expect(refused).toHaveLength(7);
    expect(machine.lambda.invocations).toHaveLength(5);
    expect(machine.lambda.mostAtOnce).toBe(2);
    expect(await grade({ userCode: "x", problemId: "small" })).toMatchObject({ status: 200 });
  });

  it("never refuses a submission half-way, however many runs of its own wait", async () => {
    const { grade } = await start({});
    const open = gate();
    const big = grade({ userCode: "x", problemId: "big" });
    await runsBegun(2);
    expect(await grade({ userCode: "x", problemId: "small" })).toMatchObject(REFUSED);
    open();
    expect((await big).body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 20 });
    expect(machine.lambda.mostAtOnce).toBe(1);
  });

  it("knows a submission by its jobs, whatever signals they come with", async () => {
    const executor = bounded({});
    const open = gate();
    const job = { ...JOB, tenantId: "t", submission: {} };
    const running = executor.run(job, NEVER);
    await runsBegun(1);
    const others = [1, 2].map(() => executor.run(job, new AbortController().signal));
    await expect(executor.run({ ...job, submission: {} }, NEVER)).rejects.toMatchObject({
      code: "ExecutorBusy",
    });
    open();
    await Promise.all([running, ...others]);
  });

  it("gives a small submission its turn between the runs of a big one", async () => {
    const { grade } = await start({ maxQueued: 4 });
    const open = gate();
    const answers: unknown[] = [];
    const send = async (problemId: string) => {
      const { body } = await grade({ userCode: "x", problemId });
      answers.push([problemId, body.status ?? body.code]);
    };
    const big = send("big");
    await runsBegun(2);
    // Three runs of the big one wait: once one of these is refused, the other is the fourth.
    const smalls = [send("small"), send("small")];
    await Promise.race(smalls);
    open();
    await Promise.all([big, ...smalls]);
    expect(answers).toEqual([
      ["small", "ExecutorBusy"],
      ["small", "ACCEPTED"],
      ["big", "ACCEPTED"],
    ]);
  });

  it("gives each submission one run at a time while others wait, and more when none does", async () => {
    const executor = bounded({ concurrency: 2, maxQueued: 10 });
    const held: (() => void)[] = [];
    machine.lambda.play(async (invocation) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return echo(invocation);
    });
    const submit = (tenantId: string, runs: number) => {
      const job = { ...JOB, tenantId, submission: {} };
      return Array.from({ length: runs }, () => executor.run(job, NEVER));
    };
    const runs = [...submit("first", 4), ...submit("second", 3)];
    for (const begun of [2, 3, 4, 5, 6, 7]) {
      await runsBegun(begun);
      held[begun - 2]?.();
    }
    await expect.poll(() => held.length, { interval: 5 }).toBe(7);
    held[6]?.();
    await Promise.all(runs);
    const order = machine.lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"]);
    expect(order).toEqual(["first", "first", "second", "first", "second", "first", "second"]);
  });

  it("gives a user the first turn who has nothing running, however much others have queued", async () => {
    const executor = bounded({ concurrency: 2, maxQueued: 10 });
    const held: (() => void)[] = [];
    machine.lambda.play(async (invocation) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return echo(invocation);
    });
    const submit = (tenantId: string) => {
      const job = { ...JOB, tenantId, submission: {} };
      return [executor.run(job, NEVER), executor.run(job, NEVER)];
    };
    const runs = [...submit("greedy"), ...submit("greedy"), ...submit("modest")];
    for (const begun of [2, 3, 4, 5, 6]) {
      await runsBegun(begun);
      held[begun - 2]?.();
    }
    await expect.poll(() => held.length, { interval: 5 }).toBe(6);
    held[5]?.();
    await Promise.all(runs);
    const order = machine.lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"]);
    expect(order.slice(0, 4)).toEqual(["greedy", "greedy", "modest", "greedy"]);
  });

  it("refuses a user's own when many of that user's wait, and nobody else's", async () => {
    const executor = bounded({ maxQueued: 10, maxQueuedOfTenant: 2 });
    const open = gate();
    const run = (tenantId: string) => executor.run({ ...JOB, tenantId, submission: {} }, NEVER);
    const runs = [run("greedy")];
    await runsBegun(1);
    runs.push(run("greedy"), run("greedy"));
    await expect(run("greedy")).rejects.toMatchObject({ code: "TooManyRequests" });
    runs.push(run("modest"));
    open();
    await Promise.all(runs);
    expect(machine.lambda.invocations).toHaveLength(4);
  });

  it("refuses who waited long for a first run, and leaves who runs already alone", async () => {
    const { grade } = await start({ queueTimeoutMs: 200 });
    const open = gate();
    const running = grade({ userCode: "x", problemId: "small" });
    await runsBegun(1);
    expect(await grade({ userCode: "x", problemId: "small" })).toMatchObject(REFUSED);
    expect(machine.lambda.invocations).toHaveLength(1);
    open();
    expect((await running).body).toMatchObject({ status: "ACCEPTED" });
    expect((await grade({ userCode: "x", problemId: "small" })).status).toBe(200);
    expect(machine.lambda.invocations).toHaveLength(2);
  });

  it("never runs later what it refused", async () => {
    const executor = bounded({ queueTimeoutMs: 100 });
    const open = gate();
    const run = (tenantId: string) => executor.run({ ...JOB, tenantId, submission: {} }, NEVER);
    const first = run("first");
    await expect(run("second")).rejects.toMatchObject({ code: "ExecutorBusy" });
    open();
    await first;
    await run("third");
    expect(machine.lambda.invocations.map(({ headers }) => headers["x-amz-tenant-id"])).toEqual([
      "first",
      "third",
    ]);
  });

  it("answers at the deadline although the turn has not come, and never runs it then", async () => {
    const { grade } = await start({});
    const open = gate();
    const send = async () => (await grade({ userCode: "x", problemId: "small" })).body;
    const running = send();
    await runsBegun(1);
    // Once one of these is refused, the other waits.
    const others = [send(), send()];
    await Promise.race(others);
    for (const deadline of machine.deadlines.slice(1)) deadline.abort();
    const [waited] = (await Promise.all(others)).filter((body) => body.code === undefined);
    expect(waited.results).toMatchObject([{ status: "INTERNAL_ERROR", reason: "DEADLINE" }]);
    open();
    expect((await running).status).toBe("ACCEPTED");
    expect((await send()).status).toBe("ACCEPTED");
    expect(machine.lambda.invocations).toHaveLength(2);
  });

  describe("asked to warm up", () => {
    it("starts one environment at a time", async () => {
      const executor = bounded({});
      const open = gate();
      const first = executor.warmUp("one", "python3.12", NEVER);
      await expect(executor.warmUp("two", "python3.12", NEVER)).rejects.toMatchObject({
        code: "ExecutorBusy",
      });
      open();
      await first;
      await executor.warmUp("two", "python3.12", NEVER);
      expect(machine.lambda.invocations).toHaveLength(2);
    });

    it("starts none while anything runs, or where another environment would have to go", async () => {
      let hasRoom = true;
      const executor = bounded({ hasRoom: () => hasRoom });
      const open = gate();
      const running = executor.run({ ...JOB, tenantId: "t", submission: {} }, NEVER);
      await runsBegun(1);
      await expect(executor.warmUp("u", "python3.12", NEVER)).rejects.toMatchObject({
        code: "ExecutorBusy",
      });
      open();
      await running;
      hasRoom = false;
      await expect(executor.warmUp("u", "python3.12", NEVER)).rejects.toMatchObject({
        code: "ExecutorBusy",
      });
      expect(machine.lambda.invocations).toHaveLength(1);
    });
  });
});
