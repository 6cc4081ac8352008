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
  describeJail(`a program that attacks through ${name}`, () => {
    let arena: Arena;
    beforeAll(async () => {
      arena = await openArena(options);
    });
    afterAll(() => arena?.close());

    const hasOwnUser = process.getuid?.() === 0;
    for (const program of [...loadPrograms(name), ...more]) {
      const runs = hasOwnUser || !program.expect.needs_own_user;
      it.runIf(runs)(program.title, () => arena.attack(program));
    }
  });
}
