import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CallerSlots } from "../../api/ports.js";

const REFUSED = { code: "TooManyRequests" };

/** What slots must do whoever keeps them: two for submissions and one for custom runs. */
export function describeCallerSlots(slots: () => CallerSlots): void {
  describe("slots of a caller", () => {
    const take = (userId: string, work: "submission" | "customRun" = "submission") =>
      slots().take(userId, work);

    it("are as many as the limit says, and free again when given back", async () => {
      const userId = randomUUID();
      const first = await take(userId);
      const second = await take(userId);
      await expect(take(userId)).rejects.toMatchObject(REFUSED);
      await first[Symbol.asyncDispose]();
      const third = await take(userId);
      await expect(take(userId)).rejects.toMatchObject(REFUSED);
      for (const slot of [second, third]) await slot[Symbol.asyncDispose]();
    });

    it("are nobody else's concern, and each kind of work has its own", async () => {
      const userId = randomUUID();
      for (const _ of [1, 2]) await take(userId);
      await take(userId, "customRun");
      await expect(take(userId, "customRun")).rejects.toMatchObject(REFUSED);
      await take(randomUUID());
    });

    it("are never more than the limit, however many ask at the same moment", async () => {
      const userId = randomUUID();
      const asked = await Promise.allSettled(Array.from({ length: 12 }, () => take(userId)));
      expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    });

    it("given back twice make room once", async () => {
      const userId = randomUUID();
      const first = await take(userId);
      await take(userId);
      await first[Symbol.asyncDispose]();
      const third = await take(userId);
      await first[Symbol.asyncDispose]();
      await expect(take(userId)).rejects.toMatchObject(REFUSED);
      await third[Symbol.asyncDispose]();
    });
  });
}
