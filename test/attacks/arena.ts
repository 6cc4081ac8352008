import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { expectContract, expectVerdict, type Output, TIME_REASONS, unmeasured } from "./answer.js";
import {
  type Answer,
  type ExecutorWorld,
  startExecutorWorld,
  type WorldOptions,
} from "./executor-world.js";
import { expectJailed } from "./jail.js";
import type { Expectation, Program } from "./program.js";
import { type Role, serving } from "./serving.js";
import {
  cleanUp,
  kernelObjectsOf,
  namesOf,
  processesOf,
  residentKbOf,
  stateOf,
} from "./surroundings.js";

// The contract allows a second beyond the time limit; a busy machine gets five times that.
const SPARE_MS = 5 * 1000;
const SETTLED_WITHIN = { timeout: 10_000, interval: 5 };
const MOST_RESIDENT_KB = 96 * 1024;
const MALLORY = "mallory";
const ALICE = "alice";

/** A world in which hostile programs and an innocent one take turns. */
export interface Arena {
  readonly world: ExecutorWorld;
  /** Runs the program and proves that its answer is right, and that nothing else changed. */
  attack(program: Program): Promise<void>;
  close(): Promise<void>;
}

export async function openArena(options: WorldOptions = {}): Promise<Arena> {
  const world = await startExecutorWorld(options);
  try {
    await expectJailed((code, input) => invokeAs(world, ALICE, { code, input, timeoutMs: 5000 }));
    const innocent = innocentCase();
    const send = () => invokeAs(world, ALICE, innocent);
    const right = unmeasured((await send()).output());
    // The next case's process is forked once this one has been answered.
    const usual = await vi.waitFor(() => {
      const seen = serving(world);
      expect(seen.map(({ role }) => role).sort()).toEqual(["handler", "waiting", "zygote"]);
      const states = new Map(seen.map(({ role, pid }) => [role, stateOf(pid)]));
      // The fork that waits first rehearses a preparation, under its limits.
      expect(states.get("waiting")?.limits).toBe(states.get("zygote")?.limits);
      return states;
    }, SETTLED_WITHIN);
    const secrets = [...world.secrets, ...innocent.marks];

    const attack = async ({ code, expect: expected }: Program) => {
      const { timeout_ms: timeoutMs = usualLimitMs(expected, world), input, io } = expected;
      const answer = await invokeAs(world, MALLORY, { code, input, io, timeoutMs });
      for (const secret of secrets) expect(answer.text).not.toContain(secret);
      expectBoundedTime(answer, timeoutMs, world);
      if (answer.functionError === null || !expected.may_end_environment) {
        expectContract(answer.output());
        expectVerdict(answer.output(), expected);
      }
      await expectNothingLeft(world);
      expect(unmeasured((await send()).output())).toEqual(right);
      await expectUsualProcesses(world, usual);
      await expectNothingLeft(world);
    };

    return {
      world,
      attack: async (program) => {
        try {
          await attack(program);
        } catch (error) {
          // The next program meets a clean world, whatever this one did to it.
          if (world.ownUid !== undefined) cleanUp(world.ownUid);
          await expect.poll(() => isServed(send), SETTLED_WITHIN).toBe(true);
          throw error;
        }
      },
      close: () => closeAndExpectNothing(world),
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

function invokeAs(
  world: ExecutorWorld,
  user: string,
  request: { code: string; input: unknown; io?: "stdio" | undefined; timeoutMs: number },
): Promise<Answer> {
  return world.invoke({ ...request, ...(world.hasTenants && { tenantId: user }) });
}

/** Another user's code, input and output, each with a mark that no other answer may show. */
function innocentCase() {
  const codeMark = `code-${randomUUID()}`;
  const inputMark = `input-${randomUUID()}`;
  const source = readFileSync(new URL("innocent.py", import.meta.url), "utf8");
  return {
    code: source.replace("PRIVATE-CODE-MARK", codeMark),
    input: { name: inputMark, numbers: [1, 2, 39] },
    timeoutMs: 5000,
    marks: [codeMark, inputMark],
  };
}

async function isServed(send: () => Promise<Answer>): Promise<boolean> {
  const { functionError, text } = await send();
  return functionError === null && (JSON.parse(text) as Output).isSuccessful === true;
}

/** Only what ends by its limit has a short one; all else is to end by itself, on a busy machine too. */
function usualLimitMs({ reason }: Expectation, { functionTimeoutMs }: ExecutorWorld): number {
  const reasons = Array.isArray(reason) ? reason : [reason];
  const endsByLimit = reasons.some((one) => TIME_REASONS.includes(one));
  return endsByLimit ? 1000 : Math.min(8000, functionTimeoutMs / 2);
}

function expectBoundedTime(
  { tookMs, functionError }: Answer,
  timeoutMs: number,
  { functionTimeoutMs }: ExecutorWorld,
): void {
  const limitMs = functionError === null ? timeoutMs : functionTimeoutMs;
  expect(tookMs).toBeLessThan(limitMs + SPARE_MS);
}

async function expectNothingLeft({ ownUid }: ExecutorWorld): Promise<void> {
  if (ownUid === undefined) return;
  // Environments share a folder here that each has for itself on AWS, and a given-up one tidies up.
  const isTidy = () => expect(namesOf(ownUid)).toEqual([]);
  await vi.waitFor(isTidy, { timeout: 20_000, interval: 50 });
  expect(kernelObjectsOf(ownUid)).toEqual([]);
}

async function expectUsualProcesses(
  world: ExecutorWorld,
  usual: ReadonlyMap<Role, Record<string, string>>,
): Promise<void> {
  const places = world.environments().length;
  const roles = Array.from({ length: places }, () => [...usual.keys()])
    .flat()
    .sort();
  const rolesNow = () =>
    serving(world)
      .map(({ role, state }) => (state === "T" || state === "Z" ? `${role} ${state}` : role))
      .sort();
  await expect.poll(rolesNow, SETTLED_WITHIN).toEqual(roles);
  for (const { role, pid } of serving(world)) {
    await expect.poll(() => stateOf(pid), SETTLED_WITHIN).toEqual(usual.get(role));
    expect(residentKbOf(pid)).toBeLessThan(MOST_RESIDENT_KB);
  }
}

async function closeAndExpectNothing(world: ExecutorWorld): Promise<void> {
  await world.close();
  const { ownUid } = world;
  if (ownUid === undefined) return;
  try {
    await vi.waitFor(() => expect(processesOf(ownUid)).toEqual([]), SETTLED_WITHIN);
    await expectNothingLeft(world);
  } finally {
    cleanUp(ownUid);
  }
}
