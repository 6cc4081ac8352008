import { describe, expect, it } from "vitest";
import { VisibleError } from "../../api/domain/errors.js";
import { type CaseOutcome, NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import type { JsonText } from "../../api/domain/json.js";
import type { Executor, ExecutorAnswer } from "../../api/ports.js";
import { type RunBounds, runCases, type SubmissionJob } from "../../api/usecases/run-cases.js";
import { mockExecutor } from "../../dev/lambda/mock-executor.js";
import { outcomesOf } from "../support/outcomes-of.js";

const LIMITS = { concurrentInvocations: 2, payloadBytes: 4_194_304 };
const NEVER = new AbortController().signal;
const log = () => {};

const job = (count: number, input = (index: number) => String(index)): SubmissionJob => ({
  code: "code",
  language: "python3.12",
  timeLimitMs: 1000,
  inputs: Array.from({ length: count }, (_, index) => input(index) as JsonText),
  tenantId: "t",
});

/** Answers each invocation as told, and remembers the inputs of every one. */
function executor(answer: (inputs: readonly string[]) => ExecutorAnswer | Promise<ExecutorAnswer>) {
  const invocations: string[][] = [];
  const scripted: Executor = {
    ...mockExecutor,
    run: async ({ inputs }) => {
      invocations.push([...inputs]);
      return answer(inputs);
    },
  };
  return { invocations, scripted };
}

const failure = (errorMessage: string) => ({ errorType: "E", errorMessage, stackTrace: [] });
const DIED: ExecutorAnswer = { kind: "died", failure: failure("died") };

/** Every case "fails" with its own input as the message, so that order can be seen. */
const echo = (inputs: readonly string[]): ExecutorAnswer => ({
  kind: "answered",
  outcomes: inputs.map((input) => ({ kind: "failed", failure: failure(input) })),
});

const run = (...given: Parameters<typeof runCases>) => outcomesOf(runCases(...given));

const messages = (outcomes: readonly CaseOutcome[]) =>
  outcomes.map((outcome) =>
    outcome.kind === "failed" ? outcome.failure.errorMessage : outcome.kind,
  );

describe("runCases", () => {
  it("asks one invocation for quick cases, however many, and keeps their order", async () => {
    const { invocations, scripted } = executor(echo);
    const outcomes = await run(scripted, job(100), LIMITS, NEVER, log);
    const all = Array.from({ length: 100 }, (_, index) => String(index));
    expect(invocations).toEqual([all]);
    expect(messages(outcomes)).toEqual(all);
  });

  it("gives the first invocation a quarter of a second, the others a second and a half", async () => {
    const budgets: number[] = [];
    const scripted: Executor = {
      ...mockExecutor,
      run: async ({ inputs, budgetMs }) => {
        budgets.push(budgetMs);
        return echo(inputs.slice(0, 1));
      },
    };
    await run(scripted, job(3), LIMITS, NEVER, log);
    expect(budgets).toEqual([250, 1500, 1500]);
  });

  it("invokes nothing for no cases", async () => {
    const { invocations, scripted } = executor(echo);
    expect(await run(scripted, job(0), LIMITS, NEVER, log)).toEqual([]);
    expect(invocations).toEqual([]);
  });

  it("keeps every payload below its limit, code included", async () => {
    const { invocations, scripted } = executor(echo);
    const limits = { ...LIMITS, payloadBytes: 3000 };
    const large = job(3, () => `"${"x".repeat(800)}"`);
    await run(scripted, large, limits, NEVER, log);
    expect(invocations.map((inputs) => inputs.length)).toEqual([2, 1]);
  });

  it("never has more invocations under way than allowed", async () => {
    let running = 0;
    let most = 0;
    const { scripted } = executor(async (inputs) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((later) => setImmediate(later));
      running -= 1;
      return echo(inputs.slice(0, 1));
    });
    await run(scripted, job(30), LIMITS, NEVER, log);
    expect(most).toBe(2);
  });

  it("asks again for cases that the executor had no time for", async () => {
    const { invocations, scripted } = executor((inputs) => echo(inputs.slice(0, 1)));
    const outcomes = await run(scripted, job(3), LIMITS, NEVER, log);
    expect(invocations).toEqual([["0", "1", "2"], ["1", "2"], ["2"]]);
    expect(messages(outcomes)).toEqual(["0", "1", "2"]);
  });

  it("runs nothing more after ten time-outs where it is told so, and all without", async () => {
    const timesOut = executor((inputs) => ({
      kind: "answered",
      outcomes: inputs.slice(0, 1).map(() => ({
        kind: "executed",
        execution: {
          ...NEUTRAL_EXECUTION,
          isSuccessful: false,
          timedOut: true,
          executionTimeMs: 2000,
        },
      })),
    }));
    const runWithin = (bounds?: RunBounds) =>
      run(timesOut.scripted, job(30), LIMITS, NEVER, log, bounds);
    const outcomes = await runWithin({ maxTimeOuts: 10 });
    expect(timesOut.invocations).toHaveLength(10);
    expect(outcomes.filter(({ kind }) => kind === "executed")).toHaveLength(10);
    expect(outcomes.filter(({ kind }) => kind === "notRun")).toHaveLength(20);
    expect((await runWithin()).every(({ kind }) => kind === "executed")).toBe(true);
  });

  it("splits a dead invocation once, so that only the culprit fails", async () => {
    const { invocations, scripted } = executor((inputs) =>
      inputs.includes("1") ? DIED : echo(inputs),
    );
    const outcomes = await run(scripted, job(3), LIMITS, NEVER, log);
    expect(invocations).toEqual([["0", "1", "2"], ["0"], ["1"], ["2"]]);
    expect(messages(outcomes)).toEqual(["0", "died", "2"]);
  });

  it("logs every death, also one that the split made good", async () => {
    const { scripted } = executor((inputs) => (inputs.length > 1 ? DIED : echo(inputs)));
    const lines: unknown[] = [];
    await run(scripted, job(3), LIMITS, NEVER, (event, fields) => lines.push([event, fields]));
    expect(lines).toContainEqual(["executor.died", { firstCase: 1, cases: 3, ...failure("died") }]);
  });

  it("does not repeat an invocation of one case", async () => {
    const { invocations, scripted } = executor(() => DIED);
    expect(messages(await run(scripted, job(1), LIMITS, NEVER, log))).toEqual(["died"]);
    expect(invocations).toHaveLength(1);
  });

  it("gives what the deadline overtook as such, and what was answered as answered", async () => {
    const deadline = new AbortController();
    const scripted: Executor = {
      ...mockExecutor,
      run: async ({ inputs }, signal) => {
        if (inputs.some((input) => input === "0")) return echo(inputs.slice(0, 3));
        deadline.abort();
        signal.throwIfAborted();
        throw new Error("must have been aborted");
      },
    };
    const outcomes = await run(scripted, job(7), LIMITS, deadline.signal, log);
    expect(messages(outcomes)).toEqual(["0", "1", "2", ...Array(4).fill("deadline")]);
  });

  it("rejects when the executor is busy, and invokes nothing more", async () => {
    const { invocations, scripted } = executor(() => {
      throw new VisibleError("ExecutorBusy", "busy");
    });
    await expect(run(scripted, job(30), LIMITS, NEVER, log)).rejects.toMatchObject({
      code: "ExecutorBusy",
    });
    expect(invocations.length).toBeLessThanOrEqual(2);
  });
});
