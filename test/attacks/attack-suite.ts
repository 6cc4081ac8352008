import { afterAll, beforeAll, describe, it } from "vitest";
import { type Arena, openArena } from "./arena.js";
import type { WorldOptions } from "./executor-world.js";
import { loadPrograms, type Program } from "./program.js";

// The jail is whole on Linux only, where the executor runs; a developer's other machine is told so by the dev server.
export const describeJail = describe.skipIf(process.platform !== "linux");

/** One test a program of `programs/<name>.py`, and of `more`, in one world. */
export function attackSuite(
  name: string,
  more: readonly Program[] = [],
  options: WorldOptions = {},
): void {
  const programs = [...loadPrograms(name), ...more];
  const leftOut = programs.filter((program) => !canRun(program)).length;
  if (leftOut > 0) console.info(`${leftOut} programs of ${name}.py are left out: ${NEEDS_ROOT}.`);
  describeJail(`a program that attacks through ${name}`, () => {
    let arena: Arena;
    beforeAll(async () => {
      arena = await openArena(options);
    });
    afterAll(() => arena?.close());

    for (const program of programs) {
      it(program.title, ({ skip }) => {
        skip(!canRun(program), NEEDS_ROOT);
        return arena.attack(program);
      });
    }
  });
}

/** Why a program is left out. */
export const NEEDS_ROOT = "only root can give it a user of its own";

/** Some programs reach whatever their user has: only root can give them a user of their own. */
export function canRun({ expect: { needs_own_user } }: Program): boolean {
  return process.getuid?.() === 0 || !needs_own_user;
}
