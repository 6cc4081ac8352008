import { afterAll, beforeAll, describe, it } from "vitest";
import { HOSTILE_BODIES } from "./bodies/all.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";

describe("a hostile body over HTTP", () => {
  let hostile: HostileWorld;

  beforeAll(async () => {
    hostile = await startHostileWorld();
  });
  afterAll(() => hostile.close());

  describe.each(Object.entries(HOSTILE_BODIES))("%s", (_, bodies) => {
    it.each(bodies)("has its answer: %s", async (_name, parts, expected) => {
      await hostile.expectAnswer(parts, expected);
    });
  });
});
