import { afterAll, beforeAll, expect, it } from "vitest";
import { type Arena, openArena } from "./arena.js";
import { describeJail } from "./attack-suite.js";
import { loadPrograms } from "./program.js";

const ASKS_WHO = "import os\ndef solution(_):\n    return os.getppid()\n";

describeJail("with tenant isolation, a program of another tenant's", () => {
  let arena: Arena;
  beforeAll(async () => {
    arena = await openArena({ tenantIsolation: true });
  });
  afterAll(() => arena?.close());

  it("never runs under the same interpreter", async () => {
    const parents = await Promise.all(
      ["alice", "mallory"].map(async (tenantId) => {
        const answer = await arena.world.invoke({ code: ASKS_WHO, tenantId, timeoutMs: 5000 });
        return answer.output().returnValue;
      }),
    );
    expect(new Set(parents).size).toBe(2);
  });

  for (const program of [...loadPrograms("cheating"), ...loadPrograms("looking")]) {
    it(program.title, () => arena.attack(program));
  }
});
