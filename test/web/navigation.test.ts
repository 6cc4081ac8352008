import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import type { Visit } from "./support/visit.js";

const NARROW = { width: 380, height: 700 };

const title = ({ page }: Visit) => page.getByRole("heading", { level: 1 });
const hash = ({ page }: Visit) => new URL(page.url()).hash;

describeInBrowser("the page's address", (its) => {
  it("leads who comes for the first time to an easy problem", async () => {
    const visit = await its.visit();
    await visit.page.getByRole("heading", { name: "Sum of a List" }).waitFor();
    expect(hash(visit)).toBe("#/sum-of-a-list");
    await visit.goTo("/#/rotate-matrix");
    await visit.page.getByRole("heading", { name: "Quarter Turns" }).waitFor();
    await visit.goTo("/");
    await visit.page.getByRole("heading", { name: "Quarter Turns" }).waitFor();
  });

  it.each(["#/nosuch", "#/rotate-matrix/nosuch", "#/%"])(
    "%s is said to lead nowhere",
    async (path) => {
      const visit = await its.visit({ path: `/${path}` });
      expect(await title(visit).innerText()).toMatch(/^There is no problem “.+”$/);
      expect(await visit.editor.count()).toBe(0);
      await visit.page.getByRole("link", { name: "See all problems" }).click();
      await visit.page.getByRole("link", { name: /Quarter Turns/ }).click();
      await visit.page.getByRole("heading", { name: "Quarter Turns" }).waitFor();
      await visit.editor.waitFor();
    },
  );

  it("names each view, and Back leads to the one before", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.press("Submissions");
    await expect.poll(() => hash(visit)).toBe("#/rotate-matrix/submissions");
    await visit.page.getByRole("button", { name: /^Wrong answer/ }).click();
    await visit.page.locator(".submission .listing").waitFor();
    const address = hash(visit);
    expect(address).toMatch(/^#\/rotate-matrix\/submissions\/.+/);
    await visit.press("Problems");
    await expect.poll(() => hash(visit)).toBe("#/");
    await visit.page.getByRole("link", { name: /Savings Plan/ }).click();
    await visit.page.getByRole("heading", { name: "Savings Plan" }).waitFor();
    await visit.page.goBack();
    await visit.page.getByRole("heading", { level: 1, name: "Problems" }).waitFor();
    await visit.page.goBack();
    await visit.page.getByRole("heading", { name: "My submissions" }).waitFor();
    expect(hash(visit)).toBe(address);
    await visit.page.reload();
    await visit.page.locator(".submission .listing").waitFor();
  });

  it("is that of the code where there is no room for both", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix/code", viewport: NARROW });
    await visit.editor.waitFor();
    await visit.press("Statement");
    await expect.poll(() => hash(visit)).toBe("#/rotate-matrix");
  });

  it("of another problem shows it from its top, with the focus on its title", async () => {
    const visit = await its.visit({ path: "/#/", viewport: NARROW });
    await visit.page.getByRole("link", { name: /Packing a Suitcase/ }).scrollIntoViewIfNeeded();
    await visit.page.getByRole("link", { name: /Packing a Suitcase/ }).click();
    await visit.page.getByRole("heading", { level: 1, name: "Packing a Suitcase" }).waitFor();
    const focused = visit.page.locator(":focus");
    await expect.poll(() => focused.innerText()).toBe("Packing a Suitcase");
    expect(await visit.page.evaluate(() => scrollY)).toBe(0);
  });
});

describeInBrowser("the list of problems", (its) => {
  it("can be searched by title, tag and difficulty, and counts what is solved", async () => {
    const visit = await its.visit({ path: "/#/" });
    const links = visit.page.locator(".problems a");
    await visit.page.getByText(/^2 of \d+ solved$/).waitFor();
    const all = await links.count();
    expect(all).toBeGreaterThan(15);
    await visit.page.getByRole("searchbox").fill("graphs");
    await expect.poll(() => links.count()).toBeLessThan(all);
    expect((await links.allInnerTexts()).every((text) => /Medium · graphs/.test(text))).toBe(true);
    await visit.page.getByRole("combobox", { name: "Difficulty" }).selectOption("Easy");
    await visit.page.getByText("0 problems found").waitFor();
    await visit.page.getByRole("searchbox").fill("행렬");
    await expect
      .poll(() => links.allInnerTexts())
      .toEqual([expect.stringMatching(/^Quarter Turns/)]);
  });
});
