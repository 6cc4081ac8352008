import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { textContrasts } from "./support/contrast.js";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { focusableNodes } from "./support/focusable-nodes.js";
import { LISTED } from "./support/listed.js";
import type { Visit } from "./support/visit.js";

const NARROW = { width: 380, height: 800 };
const WIDE_LINE = `    return {"${"long ".repeat(60)}": "${"가".repeat(200)}"}`;
const LONG_OUTPUT = `def solution(data):\n    print(("x" * 400 + "\\n") * 9)\n${WIDE_LINE}\n`;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const overflowBelow = (page: Page) =>
  page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );

/** In how many rows they stand: how many of them begin below all that came before. */
const rows = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => {
    let bottom = Number.NEGATIVE_INFINITY;
    const boxes = all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);
    return boxes.filter((box) => {
      const isBelow = box.top >= bottom;
      bottom = Math.max(bottom, box.bottom);
      return isBelow;
    }).length;
  });

const isInEditor = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null);

/** Brings every kind of thing onto the page, one after the other. */
async function eachState(visit: Visit, look: (what: string) => Promise<void>): Promise<void> {
  const isNarrow = (visit.page.viewportSize()?.width ?? 0) < 960;
  const show = async (view: string) => {
    if (isNarrow || view !== "Code") await visit.press(view);
  };
  await look("statement");
  await show("Problems");
  await visit.page.getByText("Solved").first().waitFor();
  await look("problems");
  await show("Submissions");
  await visit.page.getByRole("radio", { name: "All problems" }).check();
  await visit.page
    .getByRole("button", { name: /^Wrong answer/ })
    .first()
    .click();
  await visit.page.locator(".submission .listing").waitFor();
  await visit.page.locator(".submission summary").first().click();
  await look("submissions");
  await show("Code");
  await look("code");
  await visit.write(LONG_OUTPUT);
  await visit.press("Run");
  await visit.verdict();
  await visit.result.locator("summary").last().click();
  await look("wrong run");
  await visit.write("def solution(data):\n    raise ValueError(data)\n");
  await visit.press("Submit");
  await visit.result.getByRole("heading", { name: "Runtime error" }).waitFor();
  await look("runtime error");
  await visit.write("def solution(data):\n    return (\n");
  await visit.press("Submit");
  await visit.result.getByRole("heading", { name: "Syntax error" }).waitFor();
  await look("syntax error");
  await visit.page.getByRole("radio", { name: "My inputs" }).check();
  await visit.page.getByRole("textbox", { name: /^My inputs/ }).fill("nope");
  await visit.press("Run");
  await visit.page.getByText("Line 1: this is no value.").waitFor();
  await look("refused input");
}

describeInBrowser("the page can be used", (its) => {
  it("at 380 px without scrolling sideways, under one title", async () => {
    const visit = await its.visit({ path: "/#/count-value-kinds", viewport: NARROW });
    const titles = visit.page.getByRole("heading", { level: 1 });
    await eachState(visit, async (what) => {
      expect([what, await overflow(visit.page), await titles.count()]).toEqual([what, 0, 1]);
    });
  });

  it("at 320 px, whatever a problem is like, with each bar's buttons side by side", async () => {
    const visit = await its.visit({
      path: "/#/longest-climb",
      viewport: { width: 320, height: 640 },
    });
    for (const view of ["Statement", "Problems", "Submissions", "Code"]) {
      await visit.press(view);
      expect([view, await overflow(visit.page)]).toEqual([view, 0]);
    }
    await visit.write("# mine\n");
    await visit.press("Start over");
    await visit.page.getByRole("button", { name: "Bring my code back" }).waitFor();
    expect(await overflow(visit.page)).toBe(0);
    const bars = [".editor-bar > :not(.editor-tools)", ".editor-tools > *", ".run-row > *"];
    for (const bar of bars) expect([bar, await rows(visit.page, bar)]).toEqual([bar, 1]);
    const isCut =
      "document.querySelector('.work h1').scrollWidth > document.querySelector('.work h1').clientWidth";
    expect(await visit.page.evaluate(isCut)).toBe(false);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    await visit.result.getByRole("row", { name: /^rising/ }).waitFor();
    expect(await overflow(visit.page)).toBe(0);
  });

  it("with columns and rows of the size that one likes, which stays, in a page that does not scroll", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    const width = async () => (await visit.page.locator(".side").boundingBox())?.width ?? 0;
    const height = async () => (await visit.page.locator(".editor").boundingBox())?.height ?? 0;
    await visit.editor.waitFor();
    const [wide, high] = [await width(), await height()];
    const columns = visit.page.getByRole("separator", { name: "Width of the columns" });
    await columns.press("ArrowRight");
    expect(await width()).toBeGreaterThan(wide + 20);
    const { x = 0, y = 0 } = (await columns.boundingBox()) ?? {};
    await visit.page.mouse.move(x, y + 300);
    await visit.page.mouse.down();
    await visit.page.mouse.move(x - 200, y + 300);
    await visit.page.mouse.up();
    expect(await width()).toBeLessThan(wide - 50);
    await visit.page.getByRole("separator", { name: "Height of the editor" }).press("ArrowDown");
    expect(await height()).toBeGreaterThan(high + 10);
    const kept = await width();
    await visit.page.reload();
    await visit.editor.waitFor();
    expect(await width()).toBe(kept);
    expect(await overflow(visit.page)).toBe(0);
    expect(await overflowBelow(visit.page)).toBe(0);
  });

  it("at 380 px in Korean", async () => {
    const path = "/#/sensor-statistics";
    const visit = await its.visit({ path, viewport: NARROW, locale: "ko-KR" });
    expect(await overflow(visit.page)).toBe(0);
    await visit.press("코드");
    await visit.press("실행");
    expect(await visit.verdict()).toBe("오답");
    await visit.result.getByRole("heading", { level: 2 }).waitFor({ state: "visible" });
    expect(await overflow(visit.page)).toBe(0);
  });

  it("with the keyboard alone", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    const { page } = visit;
    await visit.editor.waitFor();
    for (let presses = 0; presses < 30 && !(await isInEditor(page)); presses += 1) {
      await page.keyboard.press("Tab");
    }
    expect(await isInEditor(page)).toBe(true);
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("def solution(data):\n    return data['matrix']");
    await page.keyboard.press("Control+Enter");
    expect(await visit.verdict()).toBe("Wrong answer");
    expect(await visit.result.innerText()).toContain("These were the examples.");
    expect(await isInEditor(page)).toBe(true);
    expect(await visit.editor.innerText()).toMatch(/return data\['matrix'\]$/);
    await page.keyboard.press("Control+Shift+Enter");
    await visit.result.locator(".verdict-facts", { hasText: "points" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await isInEditor(page)).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await isInEditor(page)).toBe(false);
    const focused = page.locator(":focus");
    expect(await focused.getAttribute("role")).toBe("separator");
    await page.keyboard.press("Tab");
    expect(await focused.evaluate((one) => one.closest(".run-bar") !== null)).toBe(true);
    const isAtResult = () => focused.evaluate((one) => one.matches(".result"));
    for (let presses = 0; presses < 5 && !(await isAtResult()); presses += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("End");
    await page.waitForFunction(() => (document.querySelector(".result")?.scrollTop ?? 0) > 0);
  });

  it("with the focus staying near when what had it goes away", async () => {
    await its.world.putProblem({
      problemId: "patient",
      ...LISTED,
      timeLimitSeconds: 5,
      finalTestCases: [{ input: 1, expected_output: 1 }],
    });
    const visit = await its.visit();
    const { page } = visit;
    const focused = page.locator(":focus");
    await visit.press("Problems");
    await page.getByRole("link", { name: /^Title/ }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Title" }).waitFor();
    await expect.poll(() => focused.innerText()).toBe("Title");
    await visit.write("def solution(data):\n    while True:\n        pass\n");
    await visit.press("Submit");
    await page.getByRole("button", { name: "Cancel" }).press("Enter");
    await visit.result.getByText("Cancelled.").last().waitFor();
    expect(await focused.getAttribute("aria-label")).toBe("Result");
  });

  it("with a screen reader: landmarks, one title, and a name for whatever can have the focus", async () => {
    const visit = await its.visit({ path: "/#/count-value-kinds" });
    const { page } = visit;
    for (const role of ["banner", "navigation", "main"] as const) {
      expect([role, await page.getByRole(role).count()]).toEqual([role, 1]);
    }
    await eachState(visit, async (what) => {
      expect([what, await page.getByRole("heading", { level: 1 }).count()]).toEqual([what, 1]);
      const nodes = await focusableNodes(page);
      expect(nodes.length).toBeGreaterThan(8);
      // What can only be scrolled has no role, and needs no name.
      const controls = nodes.filter(({ role }) => !["RootWebArea", "generic"].includes(role));
      const unnamed = controls.filter(({ name }) => name === "");
      expect([what, unnamed]).toEqual([what, []]);
    });
  });

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    it("every text stands out by 4.5 to 1", async () => {
      const visit = await its.visit({ path: "/#/count-value-kinds", colorScheme });
      await eachState(visit, async (what) => {
        const contrasts = await textContrasts(visit.page);
        expect(contrasts.length).toBeGreaterThan(20);
        expect([what, contrasts.filter(({ contrast }) => contrast < 4.5)]).toEqual([what, []]);
      });
    });
  });

  it("in the dark by the browser's wish or one's own, which stays", async () => {
    const visit = await its.visit({ colorScheme: "dark" });
    const background = () =>
      visit.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await background();
    expect(dark).toBe("rgb(14, 17, 22)");
    await visit.press("Switch to light colours");
    expect(await background()).not.toBe(dark);
    await visit.page.reload();
    await visit.page.getByRole("button", { name: "Switch to dark colours" }).waitFor();
    expect(await background()).not.toBe(dark);
    await visit.press("Switch to dark colours");
    expect(await background()).toBe(dark);
  });
});
