import { expect, it } from "vitest";
import { startWorld } from "../support/world.js";
import { expectAccessible } from "./support/accessibility.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

const NOTICE = "note";

describeInBrowser(
  "the page of a server with a mock executor",
  (its) => {
    it("says in the reader's language that no code runs, and leaves room for the code", async () => {
      const { page, answered } = await its.visit();
      expect(await page.getByRole(NOTICE).innerText()).toContain("no code runs");
      expect(answered.has("/warm-up")).toBe(false);
      const code = await page.locator(".cm-editor").boundingBox();
      expect(code?.height).toBeGreaterThan(200);
      await page.getByRole("button", { name: "한국어" }).click();
      await page.getByRole(NOTICE).getByText("코드를 실행하지 않고").waitFor();
    });

    it("says so by the rules of WCAG, in both languages and themes", async () => {
      const { page } = await its.visit();
      await expectAccessible(page, "mock notice", page.getByRole(NOTICE));
    });
  },
  () => startWorld(),
);

describeInBrowser("the page of a server that runs code", (its) => {
  it("says nothing about the executor", async () => {
    const { page } = await its.visit();
    expect(await page.getByRole(NOTICE).count()).toBe(0);
  });
});
