import { describe, expect, it, vi } from "vitest";
import type { LocalEnvironment } from "../../dev/lambda/local-lambda.js";
import type { Student } from "../support/http/grader-client.js";
import { startWorld, type World } from "../support/world.js";
import { newStudent, submit } from "./encounter.js";
import { submissionOf } from "./exam.js";
import { expectOutcome } from "./expect-outcome.js";
import { type FaultStage, type FaultyGrader, patienceMs } from "./fault-stage.js";
import { HAZARDS } from "./hazards.js";
import { outcomeOf } from "./outcome-of.js";
import { placementsAt } from "./placement.js";
import { undisturbed } from "./undisturbed.js";
import { useFaultStage } from "./use-fault-stage.js";
import { withOutcomes } from "./with-outcomes.js";

const LIMITS = { fetchKeysMs: 1000, invokeMs: 4000, gradingMs: 12_000 };

vi.setConfig({ maxConcurrency: 2, testTimeout: 5 * patienceMs(LIMITS) });

let python: World;

const withGrader = useFaultStage(LIMITS, "plain", async () => {
  python = await startWorld({ executor: "python" });
  return { endpoint: python.stack.lambda?.endpoint ?? "", close: python.close };
});

describe("one fault on the way to the real executor", () => {
  // Waiting for an answer that does not come is the same whoever does not send it.
  const typical = HAZARDS.filter(({ isTypical, executor }) => isTypical && executor !== "silent");
  const placements = placementsAt([{ name: "Invoke", nth: 1 }], typical);

  it.concurrent.each(withOutcomes(placements))("when %s: %s", (_, expected, placement) =>
    expectOutcome(withGrader, placement, expected),
  );
});

describe("an environment of the real executor", () => {
  const environmentsOf = ({ sub }: Student): readonly LocalEnvironment[] =>
    python.stack.lambda?.environments().filter(({ tenantId }) => tenantId === sub) ?? [];

  const busyOnesOf = (student: Student) => environmentsOf(student).filter(({ busy }) => busy);

  /** Submits what takes a moment to run to an environment that is warm, while `harm` does its work. */
  async function submitWhile(
    [stage, grader]: readonly [FaultStage, FaultyGrader],
    harm: (student: Student, isOver: () => boolean) => Promise<void>,
  ) {
    const student = newStudent();
    const warm = await submit(grader, student);
    expect(outcomeOf(warm, student)).toBe("answered");
    await vi.waitUntil(() => busyOnesOf(student).length === 0, { timeout: 10_000 });
    await grader.relieve();
    const userCode = slow(submissionOf(student).userCode);
    let isOver = false;
    const submitted = submit(grader, student, { submissionId: student.sub, userCode }).finally(
      () => {
        isOver = true;
      },
    );
    const [told] = await Promise.all([submitted, harm(student, () => isOver)]);
    const stored = await stage.world.storedSubmission(student.sub);
    if (told.kind !== "graded") throw new Error(`Told: ${JSON.stringify(told)}`);
    const { status, score, results } = told.graded;
    expect(stored).toMatchObject({ userId: student.sub, userCode, status, score, results });
    return outcomeOf(told, student);
  }

  const signalOnce = (signal: NodeJS.Signals) => async (student: Student) => {
    await vi.waitUntil(() => busyOnesOf(student).length > 0, { timeout: 10_000, interval: 5 });
    for (const { pid } of busyOnesOf(student)) process.kill(pid, signal);
  };

  it.each([
    // All three cases, and each again by itself.
    ["SIGKILL", 4],
    // It ignores this one: a case could send it. A case at least to each, and no more of them.
    ["SIGTERM", 3],
  ] as const)("costs no verdict when it gets %s with a batch in its hands", (signal, most) =>
    undisturbed(() =>
      withGrader(async (stage, grader) => {
        expect(await submitWhile([stage, grader], signalOnce(signal))).toBe("answered");
        const invocations = grader.calls.filter(({ name }) => name === "Invoke");
        expect(invocations.length).toBeLessThanOrEqual(most);
      }),
    ),
  );

  it("costs every verdict when it is killed each time, and the submission is stored", () =>
    withGrader(async (stage, grader) => {
      const outcome = await submitWhile([stage, grader], async (student, isOver) => {
        while (!isOver()) {
          for (const { pid } of busyOnesOf(student)) kill(pid);
          await new Promise((later) => setTimeout(later, 5));
        }
      });
      expect(outcome).toBe("answered without 1, 2, 3");
    }));
});

function slow(userCode: string): string {
  return userCode.replace("def solution(data):", "$&\n    __import__('time').sleep(0.3)");
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It has exited meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
