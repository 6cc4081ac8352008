import { expect, it } from "vitest";
import type { Checker } from "../../api/domain/checker.js";
import { VisibleError } from "../../api/domain/errors.js";
import { type CaseOutcome, NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import type { JsonText } from "../../api/domain/json.js";
import type { Executor, ExecutorJob } from "../../api/ports.js";
import { checkByProgram } from "../../api/usecases/check-by-program.js";
import { checksOf } from "../support/checks-of.js";

const batchLimits = { concurrentInvocations: 2, payloadBytes: 4_194_304 };
const NEVER = new AbortController().signal;
const checker: Checker = {
  source: "def check(input, expected, actual): return True",
  tenantId: "checker/0",
};

const text = (json: string) => json as JsonText;
const ran = (returnValue: string, isSuccessful = true): CaseOutcome => ({
  kind: "executed",
  execution: { ...NEUTRAL_EXECUTION, returnValue: text(returnValue), isSuccessful },
});
const DEAD: CaseOutcome = {
  kind: "failed",
  failure: { errorType: "E", errorMessage: "died", stackTrace: [] },
};

/** Answers each input as told, and remembers the jobs. */
function executor(answer: (input: string) => string) {
  const jobs: ExecutorJob[] = [];
  const scripted: Executor = {
    warmUp: async () => {},
    run: async (job) => {
      jobs.push(job);
      const outcomes = job.inputs.map((input) => ran(answer(input))) as never;
      return { kind: "answered", outcomes };
    },
  };
  return { jobs, scripted };
}

function check(
  scripted: Executor,
  cases: readonly { input?: string; expected?: string; outcome: CaseOutcome }[],
  settings: { deadline?: AbortSignal; checker?: Checker | null } = {},
) {
  const lines: unknown[] = [];
  const testCases = cases.map(({ input = "0", expected = "0" }) => ({
    input: text(input),
    expectedText: text(expected),
  }));
  const results = checksOf(
    checkByProgram(
      { executor: scripted, batchLimits },
      {
        problem: { problemId: "p", calling: { io: "function" }, checker, testCases, ...settings },
        deadline: settings.deadline ?? NEVER,
        log: (event, fields) => lines.push({ event, ...fields }),
      },
      [cases.map(({ outcome }, index) => ({ index, outcome }))],
    ),
  );
  return { results, lines };
}

it("asks about successful runs alone and answers in the order of all cases", async () => {
  const { jobs, scripted } = executor((input) => (input.startsWith("[2") ? "false" : "0.5"));
  const { results } = check(scripted, [
    { input: "1", expected: '"x"', outcome: ran("[7]") },
    { outcome: ran("null", false) },
    { outcome: DEAD },
    { outcome: { kind: "deadline" } },
    { input: "2", outcome: ran("8") },
  ]);
  expect(await results).toEqual([
    { kind: "scored", score: 0.5, message: null },
    undefined,
    undefined,
    undefined,
    { kind: "scored", score: 0, message: null },
  ]);
  expect(jobs.flatMap(({ inputs }) => inputs)).toEqual(['[1,"x",[7]]', "[2,0,8]"]);
});

it("runs as the checker's tenant, in Python, with 2 s a case", async () => {
  const { jobs, scripted } = executor(() => "true");
  await check(scripted, [{ outcome: ran("1") }]).results;
  expect(jobs).toMatchObject([
    { tenantId: "checker/0", language: "python3.12", timeLimitMs: 2000 },
  ]);
});

it("begins with the author's own lines, so that they keep their numbers", async () => {
  const { jobs, scripted } = executor(() => "true");
  await check(scripted, [{ outcome: ran("1") }]).results;
  expect(jobs[0]?.code.startsWith(`${checker.source}\n`)).toBe(true);
});

it("sends what no strict reader takes as its text", async () => {
  const { jobs, scripted } = executor(() => "true");
  await check(scripted, [{ expected: '[NaN, -Infinity, "NaN", 1e400]', outcome: ran('"NaN"') }])
    .results;
  expect(jobs[0]?.inputs).toEqual(['[0,["NaN", "-Infinity", "NaN", 1e400],"NaN"]']);
});

it("invokes nothing when no run was successful", async () => {
  const { jobs, scripted } = executor(() => "true");
  expect(await check(scripted, [{ outcome: DEAD }]).results).toEqual([undefined]);
  expect(jobs).toEqual([]);
});

it("asks about nothing where a rule compares", async () => {
  const { jobs, scripted } = executor(() => "true");
  const { results } = check(scripted, [{ outcome: ran("1") }], { checker: null });
  expect(await results).toEqual([undefined]);
  expect(jobs).toEqual([]);
});

it("is given up once ten cases have run out of time", async () => {
  let runs = 0;
  const endless: Executor = {
    warmUp: async () => {},
    run: async () => {
      runs += 1;
      const execution = { ...NEUTRAL_EXECUTION, isSuccessful: false, timedOut: true };
      return { kind: "answered", outcomes: [{ kind: "executed", execution }] };
    },
  };
  const { results } = check(endless, Array(100).fill({ outcome: ran("1") }));
  expect(new Set((await results).map((result) => result?.kind))).toEqual(new Set(["failed"]));
  expect(runs).toBeLessThanOrEqual(10 + batchLimits.concurrentInvocations);
});

it("logs each fault once, with all cases that have it", async () => {
  const { scripted } = executor((input) => (input.startsWith("[1") ? "null" : "7"));
  const { results, lines } = check(scripted, [
    { input: "1", outcome: ran("1") },
    { input: "2", outcome: ran("1") },
    { input: "1", outcome: ran("2") },
  ]);
  expect((await results).map((result) => result?.kind)).toEqual(["failed", "failed", "failed"]);
  expect(lines).toEqual([
    {
      event: "checker.failed",
      problemId: "p",
      fault: expect.stringContaining("null"),
      cases: [1, 3],
    },
    { event: "checker.failed", problemId: "p", fault: expect.stringContaining("7"), cases: [2] },
  ]);
});

it("gives what the deadline overtook as such", async () => {
  const { results } = check(
    { warmUp: async () => {}, run: async () => Promise.reject(new Error("aborted")) },
    [{ outcome: ran("1") }],
    {
      deadline: AbortSignal.abort(),
    },
  );
  expect(await results).toMatchObject([{ kind: "failed", reason: "DEADLINE" }]);
});

it("lets busy executors be known, since then nothing is graded", async () => {
  const busy = new VisibleError("ExecutorBusy", "busy");
  const { results } = check({ warmUp: async () => {}, run: () => Promise.reject(busy) }, [
    { outcome: ran("1") },
  ]);
  await expect(results).rejects.toBe(busy);
});

it("tells what needs no check at once, and checks what has come while the rest still runs", async () => {
  const { scripted } = executor(() => "true");
  const last = Promise.withResolvers<void>();
  async function* cases() {
    yield [
      { index: 1, outcome: DEAD },
      { index: 0, outcome: ran("1") },
    ];
    await last.promise;
    yield [{ index: 2, outcome: ran("1") }];
  }
  const testCases = [0, 1, 2].map(() => ({ input: text("0"), expectedText: text("0") }));
  const problem = { problemId: "p", calling: { io: "function" } as const, checker, testCases };
  const input = { problem, deadline: NEVER, log: () => {} };
  const told: (readonly number[])[] = [];
  for await (const some of checkByProgram({ executor: scripted, batchLimits }, input, cases())) {
    told.push(some.map(({ index }) => index));
    if (told.length === 2) last.resolve();
  }
  expect(told).toEqual([[1], [0], [2]]);
});
