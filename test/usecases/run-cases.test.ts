import { describe, expect, it } from "vitest";
import { VisibleError } from "../../api/domain/errors.js";
import type { JsonText } from "../../api/domain/json.js";
import type { Executor, ExecutorAnswer } from "../../api/ports.js";
import { runCases, type SubmissionJob } from "../../api/usecases/run-cases.js";

const LIMITS = { casesPerInvocation: 3, concurrentInvocations: 2, payloadBytes: 4_194_304 };
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

const messages = (outcomes: Awaited<ReturnType<typeof runCases>>) =>
  outcomes.map((outcome) =>
    outcome.kind === "failed" ? outcome.failure.errorMessage : outcome.kind,
  );

describe("runCases", () => {
  it("sends as many cases to an invocation as allowed and keeps their order", async () => {
    const { invocations, scripted } = executor(echo);
    const outcomes = await runCases(scripted, job(7), LIMITS, NEVER, log);
    expect(invocations).toEqual([["0", "1", "2"], ["3", "4", "5"], ["6"]]);
    expect(messages(outcomes)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
  });

  it("invokes nothing for no cases", async () => {
    const { invocations, scripted } = executor(echo);
    expect(await runCases(scripted, job(0), LIMITS, NEVER, log)).toEqual([]);
    expect(invocations).toEqual([]);
  });

  it("keeps every payload below its limit, code included", async () => {
    const { invocations, scripted } = executor(echo);
    const limits = { ...LIMITS, payloadBytes: 3000 };
    await runCases(
      scripted,
      job(3, () => `"${"x".repeat(800)}"`),
      limits,
      NEVER,
      log,
    );
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
      return echo(inputs);
    });
    await runCases(scripted, job(30), LIMITS, NEVER, log);
    expect(most).toBe(2);
  });

  it("asks again for cases that the executor had no time for", async () => {
    const { invocations, scripted } = executor((inputs) => echo(inputs.slice(0, 1)));
    const outcomes = await runCases(scripted, job(3), LIMITS, NEVER, log);
    expect(invocations).toEqual([["0", "1", "2"], ["1", "2"], ["2"]]);
    expect(messages(outcomes)).toEqual(["0", "1", "2"]);
  });

  it("splits a dead invocation once, so that only the culprit fails", async () => {
    const { invocations, scripted } = executor((inputs) =>
      inputs.includes("1") ? DIED : echo(inputs),
    );
    const outcomes = await runCases(scripted, job(3), LIMITS, NEVER, log);
    expect(invocations).toEqual([["0", "1", "2"], ["0"], ["1"], ["2"]]);
    expect(messages(outcomes)).toEqual(["0", "died", "2"]);
  });

  it("logs every death, also one that the split made good", async () => {
    const { scripted } = executor((inputs) => (inputs.length > 1 ? DIED : echo(inputs)));
    const lines: unknown[] = [];
    await runCases(scripted, job(3), LIMITS, NEVER, (event, fields) => lines.push([event, fields]));
    expect(lines).toContainEqual(["executor.died", { firstCase: 1, cases: 3, ...failure("died") }]);
  });

  it("does not repeat an invocation of one case", async () => {
    const { invocations, scripted } = executor(() => DIED);
    expect(messages(await runCases(scripted, job(1), LIMITS, NEVER, log))).toEqual(["died"]);
    expect(invocations).toHaveLength(1);
  });

  it("gives what the deadline overtook as such, and what was answered as answered", async () => {
    const deadline = new AbortController();
    const scripted: Executor = {
      run: async ({ inputs }, signal) => {
        if (inputs.some((input) => input === "0")) return echo(inputs);
        deadline.abort();
        signal.throwIfAborted();
        throw new Error("must have been aborted");
      },
    };
    const limits = { ...LIMITS, concurrentInvocations: 1 };
    const outcomes = await runCases(scripted, job(7), limits, deadline.signal, log);
    expect(messages(outcomes)).toEqual(["0", "1", "2", ...Array(4).fill("deadline")]);
  });

  it("rejects when the executor is busy, and invokes nothing more", async () => {
    const { invocations, scripted } = executor(() => {
      throw new VisibleError("ExecutorBusy", "busy");
    });
    await expect(runCases(scripted, job(30), LIMITS, NEVER, log)).rejects.toMatchObject({
      code: "ExecutorBusy",
    });
    expect(invocations.length).toBeLessThanOrEqual(2);
  });
});
