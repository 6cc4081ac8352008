import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { expectContract, expectVerdict, TIME_REASONS, unmeasured } from "./answer.js";
import { describeJail } from "./attack-suite.js";
import { type ExecutorWorld, startExecutorWorld } from "./executor-world.js";
import { loadPrograms, type Program } from "./program.js";
import { serving } from "./serving.js";
import { cleanUp, kernelObjectsOf, namesOf, processesOf } from "./surroundings.js";

const SPARE_MS = 5 * 1000;
const SETTLED_WITHIN = { timeout: 10_000, interval: 5 };
// The spare Node is there for whoever comes next, and has not seen anybody's code.
const USUAL = ["handler", "node", "waiting", "zygote"];
const programs = loadPrograms("javascript", "txt");

describeJail("a program in JavaScript that attacks", () => {
  let world: ExecutorWorld;
  const innocents = [innocent("javascript"), innocent("python")];
  const right: unknown[] = [];
  const answerOf = async (one: ReturnType<typeof innocent>) =>
    unmeasured((await world.invoke(one)).output());

  beforeAll(async () => {
    world = await startExecutorWorld({ javascript: true });
    for (const one of innocents) right.push(await answerOf(one));
    expect(right).toEqual(innocents.map(() => expect.objectContaining({ isSuccessful: true })));
    await expectUsual();
  }, 60_000);

  afterAll(async () => {
    await world?.close();
    const { ownUid } = world ?? {};
    if (ownUid === undefined) return;
    await vi.waitFor(() => expect(processesOf(ownUid)).toEqual([]), SETTLED_WITHIN);
    cleanUp(ownUid);
  });

  const expectUsual = () =>
    vi.waitFor(() => {
      const roles = serving(world).map(({ role, state }) => (state === "T" ? "stopped" : role));
      expect(roles.sort()).toEqual(USUAL);
    }, SETTLED_WITHIN);

  const attack = async ({ code, expect: expected }: Program) => {
    const { timeout_ms: timeoutMs = usualLimitMs(expected), input, io } = expected;
    const answer = await world.invoke({ code, input, io, timeoutMs, language: "javascript" });
    for (const secret of [...world.secrets, ...innocents.map(({ mark }) => mark)]) {
      expect(answer.text).not.toContain(secret);
    }
    expect(answer.tookMs).toBeLessThan(timeoutMs + SPARE_MS);
    expectContract(answer.output());
    expectVerdict(answer.output(), expected);
    for (const [at, one] of innocents.entries()) expect(await answerOf(one)).toEqual(right[at]);
    await expectUsual();
    if (world.ownUid !== undefined) {
      expect([namesOf(world.ownUid), kernelObjectsOf(world.ownUid)]).toEqual([[], []]);
    }
  };

  it("is one of at least ninety", () => {
    expect(programs.length).toBeGreaterThanOrEqual(90);
  });

  it.each(programs.map((program) => [program.title, program] as const))("%s", (_, program) =>
    attack(program),
  );
});

/** Another user's code and input, with a mark that no other answer may show. */
function innocent(language: "javascript" | "python") {
  const mark = `mark-${randomUUID()}`;
  const file = language === "python" ? "innocent.py" : "innocent.js.txt";
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  return {
    code: source.replace("PRIVATE-CODE-MARK", mark),
    input: { name: mark, numbers: [1, 2, 39] },
    timeoutMs: 5000,
    mark,
    ...(language === "javascript" && { language }),
  };
}

/** Only what ends by its limit has a short one; all else is to end by itself, on a busy machine too. */
function usualLimitMs({ reason }: Program["expect"]): number {
  const reasons = Array.isArray(reason) ? reason : [reason];
  return reasons.some((one) => TIME_REASONS.includes(one)) ? 1000 : 8000;
}
