import { expect, it } from "vitest";
import { describeJail } from "./attack-suite.js";
import { startExecutorWorld } from "./executor-world.js";
import { expectJailed } from "./jail.js";

describeJail("the jail that the attacks run in", () => {
  it("is closed around every program, in the words that a student reads", async () => {
    const world = await startExecutorWorld();
    try {
      await expectJailed((code, input) => world.invoke({ code, input, timeoutMs: 5000 }));
      await expectJailed((code, input) => world.invoke({ code, input, timeoutMs: 5000 }));
    } finally {
      await world.close();
    }
  });

  it("would be found open: the same proof fails outside of it", async () => {
    const open = { outcomes: { file: "succeeded" }, users: [[0, 0, 0]], limits: {} };
    const text = JSON.stringify({ returnValue: open, stderr: "" });
    const answer = { text, functionError: null, tookMs: 1, output: () => JSON.parse(text) };
    await expect(expectJailed(async () => answer)).rejects.toThrow();
  });
});
