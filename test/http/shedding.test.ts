import { availableParallelism } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import type { Submission } from "../../api/domain/submission.js";
import { type Answer, startWorld, type World } from "../support/world.js";

/** Takes its time, but none of the machine's. */
const SLOW = "import time\ndef solution(data):\n    time.sleep(60 * data)\n    return data";

const PROBLEM = {
  problemId: "slow",
  title: "Slow",
  timeLimitSeconds: "0.5",
  finalTestCases: JSON.stringify([0, 1].map((n) => ({ input: n, expected_output: n }))),
};

/** For every core; far more than may wait for one. */
const ENOUGH = 100;

describe("more submissions than one machine takes", () => {
  const stored = new Map<string, Submission>();
  let world: World;

  beforeAll(async () => {
    const unused = () => {
      throw new Error("Nothing is read here.");
    };
    world = await startWorld({
      executor: "python",
      settings: {
        // A table that answers late, on a machine that is busy with other tests, is no matter here.
        problems: {
          get: async (problemId) => readProblemItem(problemId, PROBLEM),
          getStated: unused,
          listPage: unused,
        },
        submissions: {
          async put(submission) {
            stored.set(submission.submissionId, submission);
          },
          get: unused,
          listPage: unused,
        },
      },
    });
  });
  afterAll(() => world.close());

  /** Sends one after another for every core, and waits for none, until one is refused. */
  async function sendUntilRefused(): Promise<Answer[]> {
    const sent: Promise<Answer>[] = [];
    let isRefused = false;
    const send = () => {
      const submissionId = `slow-${sent.length}`;
      // Of one user each: what one user has waiting is bounded before the machine is full.
      const user = { sub: submissionId, nickname: submissionId };
      const answer = world.grade({ userCode: SLOW, problemId: "slow", submissionId }, user);
      sent.push(answer);
      void answer.then(({ status }) => {
        isRefused ||= status !== 200;
      });
    };
    for (let round = 0; round < ENOUGH && !isRefused; round += 1) {
      for (let core = 0; core < availableParallelism(); core += 1) send();
      await delay(20);
    }
    return Promise.all(sent);
  }

  it("are refused unstored at last, judged right before, and leave it as it was", async () => {
    const answers = await sendUntilRefused();
    const graded = answers.filter(({ status }) => status === 200);
    expect(graded.length).toBeGreaterThan(0);
    expect(graded.length).toBeLessThan(answers.length);
    for (const [index, { status, headers, body }] of answers.entries()) {
      const submission = stored.get(`slow-${index}`);
      if (status === 200) {
        expect(body.results).toMatchObject([
          { status: "ACCEPTED" },
          { status: "TIME_LIMIT_EXCEEDED", reason: "WALL_LIMIT" },
        ]);
        expect(submission?.results).toEqual(body.results);
      } else {
        expect({ status, code: body.code }).toEqual({ status: 503, code: "ExecutorBusy" });
        expect(headers.get("Retry-After")).toBe("2");
        expect(submission).toBeUndefined();
      }
    }
    const again = await world.grade({ userCode: SLOW.replace("60", "0"), problemId: "slow" });
    expect(again.body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 2 });
    const isBusy = () => world.stack.lambda?.environments().some(({ busy }) => busy);
    await expect.poll(isBusy).toBe(false);
  });
});
